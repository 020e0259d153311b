import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { enterReleaseDate } from '../custody/index.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aGoal, aStep, plainStep } from './builders.ts'
import { changeGoal, moveGoal } from './goals/keep-goal.ts'
import { changeStep, getStep, listSteps, moveStep, reassignSteps } from './index.ts'
import { lateStart } from './lead-times/lead-kinds.ts'
import { blockersOf } from './progress.ts'
import { getGoal, listGoals } from './queries/goals.ts'
import { readPlanParts } from './queries/whole-plan.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal) => refusal.code,
  )
const as = <T>(actor: Actor, work: (change: Change) => Promise<T>) => world.database.change(actor, work)
const stepOf = (actor: Actor, id: string) => world.database.read(actor, (reading) => getStep(reading, id))
const stepsOf = (actor: Actor, caseId: string) => world.database.read(actor, (reading) => listSteps(reading, caseId))

test('a goal keeps the person’s own words, is reached, and is taken up again', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aGoal(world, prison, caseId, { words: 'I want to see my son', kind: 'INNER', pathways: ['HEALTH'] })

  await as(prison, (change) => moveGoal(change, id, 1, { status: 'ACHIEVED', reason: 'He came on Sunday' }))
  const reached = await world.database.read(prison, (reading) => getGoal(reading, id))
  await as(prison, (change) => moveGoal(change, id, 2, { status: 'ACTIVE', reason: '' }))

  expect(reached).toMatchObject({
    words: 'I want to see my son',
    kind: 'INNER',
    status: 'ACHIEVED',
    closedAt: world.time.now,
  })
  expect(await world.database.read(prison, (reading) => listGoals(reading, caseId))).toMatchObject([
    { status: 'ACTIVE', closedAt: null, version: 3 },
  ])
})

test('a goal that is removed says why, and the second of two writers is told', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aGoal(world, prison, caseId)
  const fields = { words: 'I want a room', kind: 'PRACTICAL' as const, pathways: [], needIds: [] }

  const silent = await codeOf(as(prison, (change) => moveGoal(change, id, 1, { status: 'REMOVED', reason: '' })))
  const first = await codeOf(as(prison, (change) => changeGoal(change, id, 1, fields)))
  const second = await codeOf(as(prison, (change) => changeGoal(change, id, 1, fields)))

  expect([silent, first, second]).toEqual(['goal.reason-missing', 'done', 'goal.changed-meanwhile'])
})

test('a goal of one case takes no step of another, and an agency that is not on the case sees none', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const [danny, other] = [await aCase(world, prison), await aCase(world, prison)]
  const goalId = await aGoal(world, prison, danny.id)

  const strange = aStep(world, prison, other.id, { goalId })

  await expect(strange).rejects.toMatchObject({ constraint: 'step_goal_of_case' })
  expect(await codeOf(aGoal(world, police, danny.id))).toBe('case.not-found')
  const seen = await world.database.read(police, (reading) => readPlanParts(reading, danny.id))
  expect(seen).toEqual({ goals: [], steps: [], reviews: [], replies: [] })
})

test('a step waits until what it waits for is done, and steps never wait for each other in a circle', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const papers = await aStep(world, prison, caseId, { title: 'Find the papers' })
  const bank = await aStep(world, prison, caseId, { title: 'Open the account', waitsFor: [papers] })
  const flat = await aStep(world, prison, caseId, { title: 'Pay the rent', waitsFor: [bank] })
  const waiting = async () => blockersOf(await stepOf(prison, bank), await stepsOf(prison, caseId)).map(({ id }) => id)

  const circle = await codeOf(as(prison, (c) => changeStep(c, papers, 1, { ...plainStep, waitsFor: [flat] })))
  const itself = await codeOf(as(prison, (c) => changeStep(c, papers, 1, { ...plainStep, waitsFor: [papers] })))
  const before = await waiting()
  await as(prison, (change) =>
    moveStep(change, papers, 1, { status: 'COMPLETED', reason: 'They were at his sister’s' }),
  )

  expect([circle, itself]).toEqual(['step.waits-in-circle', 'step.waits-in-circle'])
  expect([before, await waiting()]).toEqual([[papers], []])
})

test('a kind of step that takes longer than there is time warns, until somebody begins it', () => {
  const step = { status: 'NOT_STARTED', leadDays: 84 }
  const today = '2026-03-02'

  expect(lateStart(step, '2026-05-24', today)).toEqual({ needs: 84, left: 83 })
  expect(lateStart(step, '2026-05-25', today)).toBeUndefined()
  expect(lateStart({ ...step, status: 'IN_PROGRESS' }, '2026-05-24', today)).toBeUndefined()
  expect(lateStart({ ...step, leadDays: null }, '2026-05-24', today)).toBeUndefined()
  expect([lateStart(step, null, today), lateStart(step, '2026-03-01', today)]).toEqual([undefined, undefined])
})

test('a step of an agency that has closed, or is in no agreement any more, is flagged and given to somebody who is there', async () => {
  const prison = await world.aWorkerAt('Prison')
  const [closed, out] = [await world.aWorkerAt('Charity', { kind: 'charity' }), await world.aWorkerAt('Homes')]
  const { id: caseId, personId } = await aCase(world, prison)
  await as(prison, (change) =>
    enterReleaseDate(change, personId, { kind: 'CONFIRMED', day: '2026-06-08', isRecalled: false }),
  )
  const of = (actor: Actor) => ({ isForPerson: false, agencyId: actor.agencyId, accountId: null })
  await aStep(world, prison, caseId, { title: 'Mentor', owner: of(closed) })
  await aStep(world, prison, caseId, { title: 'Room', owner: of(out) })
  await aStep(world, prison, caseId, { title: 'Ours' })
  await world.inspect(`update agency set closed_on = '2026-03-01' where id = $1`, [closed.agencyId])
  await world.inspect('delete from agreement_party where agency_id = $1', [out.agencyId])
  const gone = async () => (await stepsOf(prison, caseId)).filter(({ isOwnerGone }) => isOwnerGone)

  const before = (await gone()).map(({ title }) => title)
  const given = await as(prison, (change) => reassignSteps(change, caseId, of(prison)))

  expect(before.sort()).toEqual(['Mentor', 'Room'])
  expect([given, await gone()]).toEqual([2, []])
  expect((await stepsOf(prison, caseId)).map(({ ownerAgencyName }) => ownerAgencyName)).toEqual([
    'Prison',
    'Prison',
    'Prison',
  ])
})
