import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'
import {
  addSupervision,
  countDaysWithout,
  daysWithoutSupervisor,
  endAllocation,
  getCaseFrame,
  handOver,
  nameWorker,
  openCase,
} from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal) => refusal.code ?? refusal.message,
  )
const as = <T>(actor: Actor, work: (change: Change) => Promise<T>) => world.database.change(actor, work)
const teamOf = async (actor: Actor, caseId: string) =>
  (await world.database.read(actor, (reading) => getCaseFrame(reading, caseId))).team
const daysOf = (actor: Actor, caseId: string) =>
  world.database.read(actor, (reading) => countDaysWithout(reading, caseId))
const travel = (day: string) => {
  world.time.now = new Date(`${day}T09:30:00Z`)
}

async function aSupervisedCase() {
  travel('2026-03-02')
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const probation = await world.aWorkerAt('Wexley Probation', {
    kind: 'probation',
    name: 'Sarah Bright',
    roles: ['MANAGER'],
  })
  const { id: caseId, personId } = await aCase(world, prison)
  await as(prison, (change) => addSupervision(change, caseId, { agencyId: probation.agencyId }))
  return { prison, probation, caseId, personId }
}
const com = (actor: Actor) => ({ accountId: actor.userId, role: 'COMMUNITY_OFFENDER_MANAGER' as const })

test('a prison lets the supervising area in, which then names its own worker; they see what the work needs', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  const before = await world.database.read(probation, (reading) => getCaseFrame(reading, caseId))

  await as(probation, (change) => nameWorker(change, caseId, com(probation)))

  const after = await world.database.read(probation, (reading) => getCaseFrame(reading, caseId))
  expect([before.sight.notes, after.sight.notes]).toEqual([undefined, true])
  const outside = { name: 'Sarah Bright', role: 'COMMUNITY_OFFENDER_MANAGER', agencyName: 'Wexley Probation' }
  expect(await teamOf(prison, caseId)).toContainEqual(expect.objectContaining(outside))
})

test('a prison names a worker of the area for a role outside, who is told, and none of an agency that is not on the case', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  const charity = await world.aWorkerAt('Riverside Mentors', { kind: 'charity' })

  await as(prison, (change) => nameWorker(change, caseId, com(probation)))
  const stranger = as(prison, (change) => nameWorker(change, caseId, { accountId: charity.userId, role: 'MENTOR' }))

  expect(await codeOf(stranger)).toBe('case.worker-not-found')
  const told = await world.database.read(probation, (reading) => listAlerts(reading, { limit: 5 }))
  expect(told).toMatchObject([{ name: 'case.worker-named', details: { role: 'COMMUNITY_OFFENDER_MANAGER' } }])
})

test('a role belongs to its kind of agency and has one holder', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  const colleague = await world.aColleagueOf(prison)
  const name = (accountId: string, role: 'KEY_WORKER' | 'COMMUNITY_OFFENDER_MANAGER') =>
    codeOf(as(prison, (change) => nameWorker(change, caseId, { accountId, role })))

  const answers = [
    await name(colleague.userId, 'COMMUNITY_OFFENDER_MANAGER'),
    await name(probation.userId, 'KEY_WORKER'),
    await name(colleague.userId, 'KEY_WORKER'),
    await name(prison.userId, 'KEY_WORKER'),
  ]

  expect(answers).toEqual(['case.role-not-theirs', 'case.worker-not-found', 'case.role-taken', 'case.already-named'])
})

test('who hands over their own last sight of a case names the next one in the same moment', async () => {
  const { probation, caseId } = await aSupervisedCase()
  const next = await world.aColleagueOf(probation, { name: 'Tom Reeve' })
  const partyId = await as(probation, (change) => nameWorker(change, caseId, com(probation)))

  await as(probation, (change) => handOver(change, partyId, next.userId))

  const frame = await world.database.read(probation, (reading) => getCaseFrame(reading, caseId))
  expect(frame.sight.notes).toBeUndefined()
  expect(frame.team.map(({ name }) => name)).toContain('Tom Reeve')
  expect(frame.team.map(({ name }) => name)).not.toContain('Sarah Bright')
})

test('an allocation is ended by its own agency alone', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  const partyId = await as(probation, (change) => nameWorker(change, caseId, com(probation)))

  const byPrison = await codeOf(as(prison, (change) => endAllocation(change, partyId)))
  const byItself = await codeOf(as(probation, (change) => endAllocation(change, partyId)))

  expect([byPrison, byItself]).toEqual(['case.allocation-not-ours', 'done'])
})

test('days without a named person outside are counted, a day that two were named counts once', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  travel('2026-03-12')
  const partyId = await as(probation, (change) => nameWorker(change, caseId, com(probation)))
  travel('2026-03-15')
  const mentor = await world.aColleagueOf(probation)
  await as(probation, (change) => nameWorker(change, caseId, { accountId: mentor.userId, role: 'MENTOR' }))
  travel('2026-03-20')
  await as(probation, (change) => endAllocation(change, partyId))
  travel('2026-04-01')

  const days = await daysOf(prison, caseId)
  const report = await world.database.read(prison, daysWithoutSupervisor)

  expect(days).toEqual({ inside: 0, outside: 10, isInsideNamed: true, isOutsideNamed: true })
  expect(report).toMatchObject({ cases: 1, withoutInside: 0, withoutOutside: 0, medianDaysOutside: 10 })
  expect(report.longest).toMatchObject([{ caseId, days: 10, isNamedNow: true }])
})

test('a second open case about one person is refused', async () => {
  const { prison, caseId, personId } = await aSupervisedCase()

  const second = as(prison, (change) => openCase(change, { personId, relationship: 'CUSTODY' }))

  await expect(second).rejects.toMatchObject({ code: 'case.already-open', details: { caseId } })
})

test('the database refuses a worker smuggled in under another agency', async () => {
  const { prison, probation, caseId } = await aSupervisedCase()
  const police = await world.aWorkerAt('Police', { kind: 'police' })

  const smuggle = as(probation, async ({ db, actor, record }) => {
    record({ name: 'smuggled', subjectId: caseId, caseId, fieldGroup: 'identity' })
    const row = { case_id: caseId, account_id: police.userId, relationship: 'ALLOCATED', since_on: '2026-03-02' }
    await db
      .insertInto('case_party')
      .values({ ...row, agency_id: actor.agencyId, owner_agency_id: actor.agencyId })
      .execute()
  })

  await expect(smuggle).rejects.toThrow(/row-level security/)
  expect(await teamOf(prison, caseId)).toHaveLength(3)
})
