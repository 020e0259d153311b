import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { aNeed, anAppointment, aPlannedCase, aReferralOf, aStep, type PlannedCase } from '../passports/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anIntegrationOf, aTeamOn, type Integration } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let danny: PlannedCase
let integration: Integration
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('Prison')
  danny = await aPlannedCase(world, prison)
  await aTeamOn(world, prison, danny.id)
  await aStep(world, prison, danny, { title: 'Write to Mum', dueOn: '2026-03-10' })
  await aNeed(world, prison, danny, { words: 'A bank account', pathway: 'FINANCE_AND_ID' })
  await aReferralOf(world, prison, danny)
  const startsAt = '2026-02-20T10:30:00Z'
  await anAppointment(world, prison, danny, { title: 'Thinking Skills', startsAt, attendance: 'ATTENDED' })
  await world.insert(`select summarise_cases(array[$1::uuid], '{plan}')`, [danny.id])
  integration = await anIntegrationOf(world, site, prison)
  await integration.post(`/cases/${danny.id}/notes`, { body: 'Bus pass given', pathway: 'ACCOMMODATION' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

interface Description {
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  responses: Record<string, { content: Record<string, { schema: Parameters<typeof z.fromJSONSchema>[0] }> }>
}

const describe = async (): Promise<Description> => (await integration.get('/openapi.json')).json()

/** Refuses what the description does not name, so that nothing leaves that was not promised. */
async function expectAsDescribed(path: string, method: 'get' | 'post', status: number, body: unknown): Promise<void> {
  const { paths } = await describe()
  const { content } = paths[`/api/v1${path}`]![method]!.responses[String(status)]!
  const { schema } = Object.values(content)[0]!
  expect(z.fromJSONSchema(schema).safeParse(body).error).toBeUndefined()
}

test('every answer is as it is described, and nothing more', async () => {
  const answers = [
    ['/caseload', await integration.get('/caseload')],
    ['/cases/{caseId}', await integration.get(`/cases/${danny.id}`)],
    ['/cases/{caseId}/plan', await integration.get(`/cases/${danny.id}/plan`)],
    ['/people', await integration.get('/people?name=okafor')],
    ['/reports/referrals', await integration.get('/reports/referrals')],
  ] as const

  for (const [path, answer] of answers) {
    expect(answer.statusCode).toBe(200)
    await expectAsDescribed(path, 'get', 200, answer.json())
  }
  const whole = answers[1][1].json()
  for (const part of ['team', 'releaseDates', 'needs', 'referrals', 'steps', 'appointments', 'notes'])
    expect(whole[part], part).not.toEqual([])
})

test('a note that was written, and one that was written before, are answered as described', async () => {
  const key = { 'idempotency-key': '0199b1c0-0000-7000-8000-00000000000c' }

  const first = await integration.post(`/cases/${danny.id}/notes`, { body: 'Met at the gate' }, key)
  const second = await integration.post(`/cases/${danny.id}/notes`, { body: 'Met at the gate' }, key)

  await expectAsDescribed('/cases/{caseId}/notes', 'post', 201, first.json())
  await expectAsDescribed('/cases/{caseId}/notes', 'post', 201, second.json())
})

test('a refusal is a problem with a stable code, as described', async () => {
  const missing = await integration.get('/cases/0199b1c0-0000-7000-8000-00000000000d')
  const wrong = await integration.get('/caseload?limit=many&colour=red')
  const nobody = await site.app.inject({ url: '/api/v1/caseload', headers: { authorization: 'Bearer tl_nonsense' } })

  expect(missing.headers['content-type']).toContain('application/problem+json')
  await expectAsDescribed('/cases/{caseId}', 'get', 404, missing.json())
  await expectAsDescribed('/caseload', 'get', 422, wrong.json())
  await expectAsDescribed('/caseload', 'get', 401, nobody.json())
  expect(wrong.json().problems).toEqual([
    { field: 'limit', code: 'wrong-type' },
    { field: 'colour', code: 'unknown' },
  ])
})

test('the description is OpenAPI 3.1, for everybody, and names every route', async () => {
  const answer = await site.app.inject({ url: '/api/v1/openapi.json' })

  expect(answer.statusCode).toBe(200)
  expect(answer.json().openapi).toBe('3.1.0')
  expect(Object.keys(answer.json().paths).sort()).toEqual([
    '/api/v1/caseload',
    '/api/v1/cases/{caseId}',
    '/api/v1/cases/{caseId}/goals',
    '/api/v1/cases/{caseId}/notes',
    '/api/v1/cases/{caseId}/plan',
    '/api/v1/goals/{goalId}/status',
    '/api/v1/movements',
    '/api/v1/people',
    '/api/v1/reports/referrals',
  ])
})

test('every answer about people is in the audit, exactly once, and is never stored', async () => {
  const count = async () => (await world.inspect<{ id: number }>(`select id from audit where channel = 'api'`)).length
  const before = await count()
  const urls = ['/caseload', `/cases/${danny.id}`, '/people?name=okafor', '/people?number=A9914DK']

  const answers = []
  for (const url of urls) answers.push(await integration.get(url))
  await integration.post(`/cases/${danny.id}/notes`, { body: 'Seen' })
  await integration.get('/reports/referrals')
  await integration.get('/cases/0199b1c0-0000-7000-8000-00000000000d')

  expect(await count()).toBe(before + urls.length + 1)
  for (const answer of answers) expect(answer.headers['cache-control']).toBe('no-store')
  const [latest] = await world.inspect<{ action: string; session_id: string }>(
    `select action, session_id from audit where channel = 'api' order by id desc limit 1`,
  )
  expect(latest!.action).toBe('alter')
  expect(latest!.session_id).not.toBeNull()
})

test('the reference page shows every route and field, before anybody signs in', async () => {
  const page = await site.app.inject({ url: '/api' })

  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('GET /api/v1/cases/{caseId}')
  expect(page.body).toContain('POST /api/v1/cases/{caseId}/notes')
  expect(page.body).toContain('cases[].custody.releaseOn')
  expect(page.body).toContain('idempotency-key')
})
