import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { getCaseFrame } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { grantRequest } from './decide-request.ts'

let world: World
let site: Site
let begun: Date
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  begun = world.time.now
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let serial = 5000
let number: string
let leeds: Actor
let police: Actor
let danny: BuiltCase
beforeEach(async () => {
  world.time.now = begun
  number = `A${serial++}QZ`
  leeds = await world.aWorkerAt('Leeds Probation', { kind: 'probation', roles: ['MANAGER'] })
  police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  danny = await aCase(world, leeds, { givenName: 'Danny', familyName: 'Okafor', number })
})

const because = 'We plan his curfew checks with him and need to meet him.'
const form = (more: Record<string, string> = {}) => ({
  ...{ identifier: number, purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', reason: because },
  ...more,
})
const ask = async (actor: Actor, more = {}) =>
  String((await site.post(actor, '/case-requests', form(more))).headers.location)
const answer = (path: string, said: string, words = '', by = leeds) =>
  site.post(by, `${path}/answer`, { answer: said, words })
const sees = (actor: Actor) =>
  world.database
    .read(actor, (reading) => getCaseFrame(reading, danny.id))
    .then(
      ({ sight }) => Object.keys(sight).sort(),
      () => [],
    )

test('an agency asks by an exact number; the agency that answers for the case reads who, why and by which law', async () => {
  const path = await ask(police)

  const [list, page] = [await site.get(leeds, '/case-requests'), await site.get(leeds, path)]

  expect(list.body).toContain('Danny Okafor')
  for (const shown of ['Wexley Police', because, 'Crime and Disorder Act 1998, section 115'])
    expect(page.body).toContain(shown)
  expect((await site.get(leeds, '/alerts')).body).toContain('Asks to join the case of Danny Okafor')
  expect(await sees(police)).toEqual([])
})

test('a yes opens the view that was chosen, and its end at either end takes it away', async () => {
  const path = await ask(police)

  await answer(path, 'REFERRED')
  const read = await sees(police)
  await site.post(leeds, `${path}/end`, {})
  const ended = await sees(police)
  const again = await ask(police)
  await answer(again, 'ACCEPTED')
  const works = await sees(police)
  await site.post(police, `${again}/end`, {})

  expect(read).toEqual(['custody', 'identity', 'referrals'])
  expect(ended).toEqual([])
  expect(works).toContain('plan')
  expect(await sees(police)).toEqual([])
})

test('without an agreement between both there is no yes', async () => {
  const path = await ask(police)
  await world.inspect('delete from agreement_party where agency_id = $1', [police.agencyId])

  const granted = await answer(path, 'ACCEPTED')

  expect(granted.statusCode).toBe(409)
  expect((await site.get(leeds, path)).body).toContain('No agreement in force between you and Wexley Police')
})

/** What the asker reads of a request, without what changes with each: its id and its number. */
const readBy = async (actor: Actor, path: string) => {
  const { body, statusCode } = await site.get(actor, path)
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  return `${statusCode} ${main.replace(/[A-Z]\d{4}[A-Z]{2}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '?')}`
}

test('the asker reads the same for a case, nobody, a restricted record, a bar and a no that is not told', async () => {
  const there = await readBy(police, await ask(police))
  const silent = await ask(police)
  await answer(silent, 'SILENT')
  await site.post(leeds, `/cases/${danny.id}/restricted`, { reason: 'Threats: nobody may learn where he is.' })
  const restricted = await ask(police)
  const nobody = await ask(police, { identifier: 'Z9999ZZ' })
  const cousin = await world.aColleagueOf(police)
  await site.post(cousin, '/bars', { kind: 'RELATED', number })
  const barred = await ask(cousin)

  const pages = await Promise.all([silent, restricted, nobody].map((path) => readBy(police, path)))

  expect(there).toContain('Waits for an answer')
  expect(pages).toEqual([there, there, there])
  expect(await readBy(cousin, barred)).toBe(there)
  expect(
    await world.inspect('select from case_request_subject where request_id = any($1)', [
      [restricted, nobody, barred].map((path) => path.split('/').at(-1)),
    ]),
  ).toEqual([])
})

test('what a colleague asked is closed to a worker who is barred from the person', async () => {
  const cousin = await world.aColleagueOf(police)
  await site.post(cousin, '/bars', { kind: 'RELATED', number })
  const path = await ask(police)

  const [list, page] = [await site.get(cousin, '/case-requests'), await site.get(cousin, path)]

  expect(list.body).not.toContain(number)
  expect(page.statusCode).toBe(404)
})

test('a no that is told comes with its reason', async () => {
  const path = await ask(police)

  const without = await answer(path, 'TOLD')
  await answer(path, 'TOLD', 'We share curfew times by phone.')

  expect(without.statusCode).toBe(422)
  expect((await site.get(police, path)).body).toContain('We share curfew times by phone.')
})

test('nobody but the agency that answers for the case reads or decides it, and it is decided once and in time', async () => {
  const path = await ask(police)
  const stranger = await world.aWorkerAt('Council', { kind: 'council' })

  const byStranger = await answer(path, 'ACCEPTED', '', stranger)
  const byAsker = await answer(path, 'ACCEPTED', '', police)
  await answer(path, 'SILENT')
  const twice = await answer(path, 'ACCEPTED')
  const late = await ask(police)
  world.time.now = new Date(begun.getTime() + 16 * 86_400_000)
  const tooLate = await world.database
    .change(leeds, (change) => grantRequest(change, late.split('/').at(-1)!, 'ACCEPTED'))
    .catch(({ code }) => code)

  const codes = [byStranger, byAsker, twice].map(({ statusCode }) => statusCode)
  expect(codes).toEqual([404, 403, 409])
  expect(tooLate).toBe('case-request.decided')
  expect(await sees(police)).toEqual([])
})

test('the asker can neither read whom it is about nor answer by SQL', async () => {
  const path = await ask(police)
  const run = (text: string) =>
    world.database
      .change(police, async (change) => {
        const { rows } = await change.db.executeQuery({ sql: text, parameters: [] } as never)
        throw Object.assign(new Error('undone'), { code: rows.length })
      })
      .catch(({ code }) => code)

  expect(await run('select * from case_request_subject')).toBe(0)
  expect(await run(`update case_request set answer = 'GRANTED' where id = '${path.split('/').at(-1)}'`)).toBe('42501')
})

test('the person reads at their own door who asked, once it is answered', async () => {
  const path = await ask(police)
  const started = await site.post(leeds, `/cases/${danny.id}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const { headers } = await site.post(undefined, '/me', { number, code })
  const person = { headers: { cookie: String(headers['set-cookie']).split(';')[0]! } }

  const before = await site.get(undefined, '/me/looks', person)
  await answer(path, 'SILENT')
  const after = await site.get(undefined, '/me/looks', person)

  expect(before.body).not.toContain('Wexley Police')
  expect(after.body).toContain('Who asked to see it')
  expect(after.body).toContain('Wexley Police')
})
