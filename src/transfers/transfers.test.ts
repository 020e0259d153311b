import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision, getCaseFrame, nameWorker } from '../cases/index.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTransfer } from './builders.ts'

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

let leeds: Actor
let doncaster: Actor
let danny: BuiltCase
beforeEach(async () => {
  world.time.now = begun
  leeds = await world.aWorkerAt('Leeds Probation', { kind: 'probation' })
  doncaster = await world.aWorkerAt('Doncaster Probation', { kind: 'probation' })
  danny = await aCase(world, leeds, { givenName: 'Danny', familyName: 'Okafor', role: 'COMMUNITY_OFFENDER_MANAGER' })
})

const frameOf = (actor: Actor) => world.database.read(actor, (reading) => getCaseFrame(reading, danny.id))
const sees = (actor: Actor) =>
  frameOf(actor).then(
    ({ sight }) => Object.keys(sight).sort(),
    () => [],
  )
const proposal = (more: Record<string, string> = {}) => ({
  ...{ toAgencyId: doncaster.agencyId, 'byOn-day': '20', 'byOn-month': '3', 'byOn-year': '2026' },
  ...{ reason: 'She moves to Doncaster.', ...more },
})
const hands = () => ({ hands: `account:${doncaster.userId}` })

test('until the other agency accepts, the sender is responsible, and the case page says so to both', async () => {
  const sent = await site.post(leeds, `/cases/${danny.id}/transfer`, proposal())

  const pages = await Promise.all([leeds, doncaster].map((actor) => site.get(actor, `/cases/${danny.id}`)))

  expect(sent.statusCode).toBe(303)
  for (const { body } of pages)
    expect(body).toContain('Leeds Probation is responsible until Doncaster Probation accepts.')
})

test('who is asked sees what it needs to decide and what is open, and not what anybody wrote', async () => {
  await aNeed(world, leeds, danny.id, { words: 'Afraid of his uncle' })
  const id = await aTransfer(world, leeds, danny.id, doncaster)

  const page = await site.get(doncaster, `/transfers/${id}`)

  expect(await sees(doncaster)).toEqual(['custody', 'identity', 'referrals'])
  expect(page.body).toContain('1 thing is open')
  expect(page.body).not.toContain('Afraid of his uncle')
})

test('with a yes the case changes hands: the old agency is out, somebody of the new one works there', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)

  const answered = await site.post(doncaster, `/transfers/${id}/accept`, hands())

  const frame = await frameOf(doncaster)
  expect(answered.headers.location).toBe(`/cases/${danny.id}/team`)
  expect(frame.responsible.name).toBe('Doncaster Probation')
  expect(frame.team.map(({ relationship, role, agencyName }) => [relationship, role, agencyName])).toEqual([
    ['ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', 'Doncaster Probation'],
    ['SUPERVISION', null, 'Doncaster Probation'],
  ])
  expect(frame.sight.plan).toBe(true)
  expect(await sees(leeds)).toEqual([])
  expect((await site.get(leeds, `/transfers/${id}`)).body).toContain(
    'Doncaster Probation took it over from Leeds Probation',
  )
})

test('the old agency keeps what has a cause of its own', async () => {
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, cause_id, owner_agency_id)
     values ($1, $2, 'ACCEPTED', current_date, gen_random_uuid(), $2)`,
    [danny.id, leeds.agencyId],
  )
  const id = await aTransfer(world, leeds, danny.id, doncaster)

  await site.post(doncaster, `/transfers/${id}/accept`, hands())

  expect(await sees(leeds)).toContain('needs')
  expect(await sees(leeds)).not.toContain('assessment')
})

test('a prison that still holds the person keeps its workers on the case it hands over', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  danny = await aCase(world, prison)
  await world.insert(
    `insert into custody (person_id, agency_id, received_on, owner_agency_id) values ($1, $2, '2026-01-01', $2)`,
    [danny.personId, prison.agencyId],
  )
  const id = await aTransfer(world, prison, danny.id, doncaster)

  await site.post(doncaster, `/transfers/${id}/accept`, hands())

  expect((await frameOf(prison)).responsible.name).toBe('Doncaster Probation')
  expect(await sees(prison)).toContain('plan')
})

test('only the agency that answers for the case offers it, and only to one with an agreement', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)
  const stranger = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const outside = await world.aWorkerAt('Outside', { kind: 'council' })
  await world.inspect('delete from agreement_party where agency_id = $1', [outside.agencyId])

  const byReceiver = await site.post(
    doncaster,
    `/cases/${danny.id}/transfer`,
    proposal({ toAgencyId: stranger.agencyId }),
  )
  const byStranger = await site.post(stranger, `/transfers/${id}/accept`, hands())
  const bySender = await site.post(leeds, `/transfers/${id}/accept`, hands())
  await site.post(leeds, `/transfers/${id}/cancel`, {})
  const unsigned = await site.post(leeds, `/cases/${danny.id}/transfer`, proposal({ toAgencyId: outside.agencyId }))

  expect([byReceiver, byStranger, bySender, unsigned].map(({ statusCode }) => statusCode)).toEqual([403, 404, 403, 404])
})

test('by smuggled SQL too, who works on the whole case but does not answer for it cannot give it away', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const { id, personId } = await aCase(world, prison)
  await world.database.change(prison, (change) => addSupervision(change, id, { agencyId: leeds.agencyId }))
  await world.database.change(prison, (change) =>
    nameWorker(change, id, { accountId: leeds.userId, role: 'COMMUNITY_OFFENDER_MANAGER' }),
  )

  const smuggled = await world.database
    .change(leeds, async (change) => {
      change.record({ name: 'smuggled', subjectId: id, caseId: id, fieldGroup: 'identity' })
      await sql`insert into case_transfer (case_id, person_id, from_agency_id, from_account_id, to_agency_id, by_on, reason, proposed_at, expires_at, owner_agency_id)
        values (${id}, ${personId}, ${leeds.agencyId}, ${leeds.userId}, ${doncaster.agencyId}, current_date, 'Mine now', now(), now() + interval '9 days', ${leeds.agencyId})`.execute(
        change.db,
      )
    })
    .catch(({ message }) => message)

  expect(smuggled).toMatch(/row-level security/)
})

test('a restricted record is not offered to an agency', async () => {
  await world.insert(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Threats on the wing since May', $2, now(), $3)`,
    [danny.personId, leeds.userId, leeds.agencyId],
  )
  await world.insert('insert into restricted_reader (person_id, account_id, owner_agency_id) values ($1, $2, $3)', [
    danny.personId,
    leeds.userId,
    leeds.agencyId,
  ])
  await world.inspect('select recompute_sight(array[$1::uuid])', [danny.id])

  const sent = await site.post(leeds, `/cases/${danny.id}/transfer`, proposal())

  expect(sent.statusCode).toBe(409)
})

test('a day that is past or half a form is shown again with what was typed', async () => {
  const past = await site.post(leeds, `/cases/${danny.id}/transfer`, proposal({ 'byOn-year': '2020' }))
  const half = await site.post(leeds, `/cases/${danny.id}/transfer`, { reason: 'Moves away.' })

  expect([past.statusCode, half.statusCode]).toEqual([422, 422])
  expect(past.body).toContain('Enter today or a later day')
  expect(half.body).toContain('Moves away.')
  expect(half.body).toContain('Choose an agency')
})

test('both ends find it in their list', async () => {
  await aTransfer(world, leeds, danny.id, doncaster)

  const [to, from] = await Promise.all([site.get(doncaster, '/transfers'), site.get(leeds, '/transfers?side=from')])

  for (const { body } of [to, from]) expect(body).toContain('Danny Okafor')
  expect((await site.get(doncaster, '/')).body).toContain('1 case is offered to you')
})
