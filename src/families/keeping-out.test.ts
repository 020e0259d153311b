import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aStep } from '../plans/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aFamilyMember } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let manager: Actor
let danny: BuiltCase
let begun: Date
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  begun = world.time.now
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = begun
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  manager = await world.aColleagueOf(prison, { name: 'Helen Marsh', roles: ['MANAGER'] })
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.inspect(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-04-10', 'Test', now(), $2)`,
    [danny.personId, prison.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], array['custody'])`, [danny.id])
})

const family = () => `/cases/${danny.id}/family`
const rosa = { name: 'Rosa Okafor', relation: 'PARENT', way: 'PAPER', locale: 'en', consentHow: 'SPOKEN', shares: ['RELEASE_DATE'] } // biome-ignore format: one line
const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
async function name(more: Record<string, unknown> = {}): Promise<string> {
  await site.post(prison, family(), { ...rosa, ...more })
  const [row] = await world.inspect<{ id: string }>('select id from family_member where case_id = $1 and name = $2', [
    danny.id,
    more['name'] ?? rosa.name,
  ])
  return row!.id
}
const read = (cookie: string) => site.get(undefined, '/family', { headers: { cookie } })

test('somebody with whom there must be no contact is kept out, the manager is told, and nobody else learns why', async () => {
  await site.post(prison, `${family()}/barred`, { barredName: 'Rosa Okafor', why: 'VICTIM' })
  await world.inspect('delete from alert')

  const id = await name({ name: 'Rosa  Okafor' })
  const invited = await site.post(prison, `${family()}/${id}/invitation`, {})
  const byWorker = await site.post(prison, `/families/blocked/${id}`, { decision: 'ALLOWED' })
  const alerts = await site.get(manager, '/alerts')
  const waiting = await site.get(manager, '/families/blocked')
  const decided = await site.post(manager, `/families/blocked/${id}`, { decision: 'ALLOWED' })
  const afterwards = await site.post(prison, `${family()}/${id}/invitation`, {})

  expect([invited.statusCode, byWorker.statusCode, decided.statusCode, afterwards.statusCode]).toEqual([
    409, 403, 303, 200,
  ])
  expect(waiting.body).toContain('Named by Danny Okafor')
  expect(alerts.body).toContain('has to be looked at by a manager')
})

test('who joined before it was known that they must not be in touch is shut out at once', async () => {
  const { cookie } = await aFamilyMember(world, prison, danny, { name: 'Rosa Okafor' })

  await site.post(prison, `/cases/${danny.id}/licence`, {
    ...{ code: 'NO_CONTACT', words: 'No contact with Rosa Okafor.' },
    ...{ 'from-day': '8', 'from-month': '4', 'from-year': '2026' },
  })

  expect((await read(cookie)).body).toContain('These pages are closed')
})

test('parts of the plan and appointments are shown as chosen, and never a place where the person will live', async () => {
  await world.inspect(
    `insert into person_address (person_id, kind, lines, postcode, owner_agency_id) values ($1, 'FIRST_NIGHT', '12 Quiet Row', 'FN1 2AB', $2)`,
    [danny.personId, prison.agencyId],
  )
  for (const title of ['Buy a bed', 'Move to 12 Quiet Row', 'Letter to AB1 2CD'])
    await aStep(world, prison, danny.id, { title, pathway: 'ACCOMMODATION' })
  await anAppointment(world, prison, danny.id, { title: 'Bank', place: '4 Mill Lane' })
  await anAppointment(world, prison, danny.id, { title: 'See the flat at Quiet Row, 12 quiet row' })
  const { cookie } = await aFamilyMember(world, prison, danny, { shares: ['APPOINTMENTS', 'PLAN_ACCOMMODATION'] })

  const page = await read(cookie)

  for (const shown of ['Buy a bed', 'Bank']) expect(page.body).toContain(shown)
  for (const kept of ['Quiet Row', 'quiet row', 'AB1 2CD', 'Mill Lane', '10 April'])
    expect(page.body).not.toContain(kept)
})

test('after the death of the person the pages are closed, and mail that waits is taken back', async () => {
  const { cookie } = await aFamilyMember(world, prison, danny)
  const id = await name({ name: 'Leo Banks', way: 'EMAIL', toAddress: 'leo@example.org' })
  await site.post(prison, `${family()}/${id}/invitation`, {})

  await world.inspect(
    `insert into movement (case_id, person_id, kind, happened_on, source, entered_by, entered_at, owner_agency_id)
     values ($1, $2, 'DEATH', '2026-03-02', 'SCREEN', $3, $4, $5)`,
    [danny.id, danny.personId, prison.userId, world.time.now, prison.agencyId],
  )
  const [mail] = await world.inspect<{ body: string; ended: boolean }>(
    'select body, ended_at is not null as ended from mail where family_member_id = $1',
    [id],
  )

  expect((await read(cookie)).body).toContain('These pages are closed')
  expect(mail!.ended).toBe(true)
  expect(mail!.body).not.toContain('Danny')
})

test('contact is counted by month and kind, and who was left without any is on the list', async () => {
  const quiet = await aFamilyMember(world, prison, danny, { name: 'Quiet Aunt' })
  const heard = await aFamilyMember(world, prison, danny, { name: 'Heard Aunt' })
  later(40 * 24 * 60)
  const day = { 'on-day': '2', 'on-month': '4', 'on-year': '2026' }

  const kept = await site.post(prison, `${family()}/${heard.id}/contacts`, { kind: 'CALL', ...day })
  const list = await site.get(prison, '/families/no-contact')

  expect([quiet.id === heard.id, kept.statusCode]).toEqual([false, 303])
  expect((await site.get(prison, family())).body).toMatch(/April 2026<\/th>|April 2026<\/td>/)
  expect(list.body).toContain('Quiet Aunt')
  expect(list.body).not.toContain('Heard Aunt')
})

test('an agency outside the case reads and writes nothing of the family', async () => {
  const { id } = await aFamilyMember(world, prison, danny)
  const stranger = await world.aWorkerAt('Elsewhere', { kind: 'charity' })

  const answers = [
    await site.get(stranger, family()),
    await site.post(stranger, family(), rosa),
    await site.post(stranger, `${family()}/${id}/stop`, {}),
    await site.post(stranger, `${family()}/${id}/invitation`, {}),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
})
