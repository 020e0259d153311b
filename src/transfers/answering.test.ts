import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { getCaseFrame } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptTransfer } from './answer-transfer.ts'
import { aTransfer } from './builders.ts'
import { transferJobs } from './jobs.ts'

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

test('with a no, with its reason, the sender stays responsible and is told; who was asked is out', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)

  const half = await site.post(doncaster, `/transfers/${id}/decline`, { reason: '  ' })
  await site.post(doncaster, `/transfers/${id}/decline`, { reason: 'He does not live here.' })

  expect(half.statusCode).toBe(422)
  expect((await frameOf(leeds)).responsible.name).toBe('Leeds Probation')
  expect(await sees(doncaster)).toEqual([])
  expect((await site.get(leeds, `/transfers/${id}`)).body).toContain('He does not live here.')
  expect((await site.get(leeds, '/alerts')).body).toContain('Said no to taking over the case of Danny Okafor')
})

test('two transfers of a case at once are impossible, in the database too', async () => {
  await aTransfer(world, leeds, danny.id, doncaster)
  const third = await world.aWorkerAt('York Probation', { kind: 'probation' })

  const second = await site.post(leeds, `/cases/${danny.id}/transfer`, proposal({ toAgencyId: third.agencyId }))
  const smuggled = await world
    .inspect(
      `insert into case_transfer (case_id, person_id, from_agency_id, from_account_id, to_agency_id, by_on, reason, proposed_at,
         expires_at, owner_agency_id) select case_id, person_id, from_agency_id, from_account_id, $2, by_on, reason, proposed_at,
         expires_at, owner_agency_id from case_transfer where case_id = $1`,
      [danny.id, third.agencyId],
    )
    .catch(({ constraint }) => constraint)

  expect(second.statusCode).toBe(409)
  expect(smuggled).toBe('one_transfer_at_a_time')
})

test('two answers at the same moment: one counts', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)
  const colleague = await world.aColleagueOf(doncaster)

  const answers = await Promise.all([
    site.post(doncaster, `/transfers/${id}/accept`, hands()),
    site.post(colleague, `/transfers/${id}/decline`, { reason: 'No room.' }),
  ])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
})

test('the sender takes it back; after that nobody can accept', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)

  await site.post(leeds, `/transfers/${id}/cancel`, {})

  expect((await site.post(doncaster, `/transfers/${id}/accept`, hands())).statusCode).toBe(409)
  expect(await sees(doncaster)).toEqual([])
})

test('what nobody answers is chased after three days and lapses after fourteen; a late yes is refused', async () => {
  const id = await aTransfer(world, leeds, danny.id, doncaster)
  const after = async (days: number) => {
    world.time.now = new Date(begun.getTime() + days * 86_400_000)
    const actor = systemFor(leeds.agencyId)
    await transferJobs['chase-transfers']!({ database: world.database, actor, actingFor: systemFor, log }, {})
    return world.inspect<{ state: string; chased: number }>(
      'select state, chased_count as chased from case_transfer where id = $1',
      [id],
    )
  }

  const chased = await after(4)
  world.time.now = new Date(begun.getTime() + 15 * 86_400_000)
  const late = await world.database
    .change(doncaster, (change) => acceptTransfer(change, id, hands().hands))
    .catch(({ code }) => code)
  const lapsed = await after(15)

  expect(chased).toEqual([{ state: 'PROPOSED', chased: 1 }])
  expect(late).toBe('transfer.answered')
  expect(lapsed[0]!.state).toBe('EXPIRED')
  expect(await sees(doncaster)).toEqual([])
})
