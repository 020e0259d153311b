import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anIntegrationOf, aTeamOn, type Integration } from './builders.ts'

let world: World
let site: Site
let integration: Integration
let caseId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  const prison = await world.aWorkerAt('Prison')
  caseId = (await aCase(world, prison)).id
  await aTeamOn(world, prison, caseId)
  integration = await anIntegrationOf(world, site, prison)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const isAnswer = (status: number) => status === 200 || status === 201 || (status >= 400 && status < 500)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('\0', "'; drop table note; --", '%', '-1', '1e400', '9007199254740993', '0202-02-31', 'null', '[]'),
)

test('whatever stands in the address, it is answered and nothing breaks', async () => {
  const names = [
    'limit',
    'after',
    'worker',
    'name',
    'number',
    'bornOn',
    'from',
    'to',
    'side',
    '__proto__',
    'constructor',
  ]
  const query = fc.array(fc.tuple(fc.constantFrom(...names), anyText), { maxLength: 4 })
  const path = fc.constantFrom('/caseload', '/people', '/reports/referrals', `/cases/${caseId}`)

  await fc.assert(
    fc.asyncProperty(path, query, async (url, pairs) => {
      const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')
      const { statusCode } = await integration.get(`${url}?${search}`)
      expect(statusCode).toSatisfy(isAnswer)
    }),
    { numRuns: 300 },
  )
})

test('whatever is sent as a note, it is written or refused and nothing breaks', async () => {
  const fields = { body: fc.anything(), kind: fc.anything(), part: fc.anything(), pathway: fc.anything() }
  const more = { ownWords: fc.anything(), happenedAt: fc.anything(), lengthInMinutes: fc.anything() }
  const note = fc.oneof(
    fc.record({ ...fields, ...more }, { requiredKeys: [] }),
    fc.record({ body: anyText, ownWords: anyText, happenedAt: anyText }, { requiredKeys: ['body'] }),
    fc.jsonValue(),
  )
  const safe = (value: unknown) =>
    JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? String(each) : each)) ?? ''

  await fc.assert(
    fc.asyncProperty(note, async (body) => {
      const { statusCode } = await integration.post(`/cases/${caseId}/notes`, safe(body))
      expect(statusCode).toSatisfy(isAnswer)
    }),
    { numRuns: 300 },
  )
})

test('JSON that says one thing twice, or is brackets in brackets, is refused, and half a character is no text', async () => {
  const nested = '['.repeat(100_000) + ']'.repeat(100_000)
  const send = async (body: string) => (await integration.post(`/cases/${caseId}/notes`, body)).json()

  expect(await send('{"body":"He came.","body":"He did not."}')).toMatchObject({
    status: 400,
    code: 'request.key-twice',
  })
  expect(await send(`{"body":"He came.","kind":${nested}}`)).toMatchObject({ status: 400, code: 'request.too-deep' })
  expect(await send('{"body":"He \\ud800 came."}')).toMatchObject({
    status: 422,
    problems: [{ field: 'body', code: 'unreadable' }],
  })
})

test('a note is refused with the fields that are wrong', async () => {
  const answer = await integration.post(`/cases/${caseId}/notes`, {
    body: ' ',
    kind: 'GOSSIP',
    happenedAt: '31 February',
    lengthInMinutes: 0,
    colour: 'red',
  })

  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ code: 'request.not-valid' })
  expect(answer.json().problems).toEqual(
    expect.arrayContaining([
      { field: 'body', code: 'too-small' },
      { field: 'kind', code: 'not-a-choice' },
      { field: 'happenedAt', code: 'unreadable' },
      { field: 'lengthInMinutes', code: 'too-small' },
      { field: 'colour', code: 'unknown' },
    ]),
  )
})

test('a note about tomorrow is refused', async () => {
  const answer = await integration.post(`/cases/${caseId}/notes`, { body: 'Seen', happenedAt: '2026-03-03T09:00:00Z' })

  expect(answer.statusCode).toBe(422)
  expect(answer.json().problems).toEqual([{ field: 'happenedAt', code: 'in-the-future' }])
})

test('what is not JSON, or too large, or of another kind, is refused and says why', async () => {
  const broken = await integration.post(`/cases/${caseId}/notes`, '{"body": ')
  const xml = await integration.post(`/cases/${caseId}/notes`, '<note/>', { 'content-type': 'text/xml' })
  const form = await integration.post(`/cases/${caseId}/notes`, 'a=b', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  const long = await integration.post(`/cases/${caseId}/notes`, { body: 'x'.repeat(10_001) })
  const huge = await integration.post(`/cases/${caseId}/notes`, { body: 'x'.repeat(2_000_000) })

  expect([broken.statusCode, broken.json().code]).toEqual([400, 'request.unreadable'])
  expect([xml.statusCode, xml.json().code]).toEqual([415, 'request.unknown-format'])
  expect(form.statusCode).toBe(422)
  expect(long.json().problems).toEqual([{ field: 'body', code: 'too-big' }])
  expect([huge.statusCode, huge.json().code]).toEqual([413, 'request.too-large'])
})

test('an id that is none leads nowhere', async () => {
  const answer = await integration.get('/cases/..%2f..%2fetc')

  expect(answer.statusCode).toBe(404)
  expect(answer.json().code).toBe('route.not-found')
})
