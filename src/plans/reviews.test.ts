import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aGoal, aStep, plainStep } from './builders.ts'
import { changeStep, moveStep } from './index.ts'
import { keepLeadTimes } from './lead-times/keep-lead-times.ts'
import { getLeadTimes } from './queries/lead-times.ts'
import { getReview } from './queries/reviews.ts'
import { readPlanParts } from './queries/whole-plan.ts'
import { type ReviewFields, reviewPlan } from './reviews/review-plan.ts'
import { contentOf, differencesBetween } from './reviews/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const as = <T>(actor: Actor, work: (change: Change) => Promise<T>) => world.database.change(actor, work)
const review: ReviewFields = {
  reviewedOn: '2026-03-02',
  agreement: 'DISAGREES',
  ownWords: 'Nobody asked me about Wexley.',
  contribution: 'My sister knows a landlord.',
  presentIds: [],
  othersPresent: 'His sister',
  epicsStage: 'PLAN_TOGETHER',
  aspireStage: 'SENTENCE_PLAN',
  nextOn: '2026-03-16',
}

test('a review keeps agreement, own words, who was there, and the plan as it was; the next says what changed', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison)
  await aGoal(world, prison, caseId, { words: 'I want a room' })
  const id = await aStep(world, prison, caseId, { title: 'Ask the council', dueOn: '2026-03-10' })
  const fields = { ...review, presentIds: [prison.userId] }

  await as(prison, (change) => reviewPlan(change, caseId, 1, fields))
  await as(prison, (c) => changeStep(c, id, 1, { ...plainStep, title: 'Ask the landlord', dueOn: '2026-03-12' }))
  await as(prison, (change) => moveStep(change, id, 2, { status: 'COMPLETED', reason: 'He said yes' }))
  await aGoal(world, prison, caseId, { words: 'I want to see Mum' })
  await as(prison, (change) => reviewPlan(change, caseId, 2, { ...review, agreement: 'AGREES', ownWords: '' }))

  const first = await world.database.read(prison, (reading) => getReview(reading, caseId, 1))
  const second = await world.database.read(prison, (reading) => getReview(reading, caseId, 2))
  expect(first).toMatchObject({
    agreement: 'DISAGREES',
    ownWords: fields.ownWords,
    presentNames: ['Amira Khan'],
    before: null,
  })
  const nobody = { isForPerson: false, ownerName: null, ownerAgencyName: null }
  const amira = { isForPerson: false, ownerName: 'Amira Khan', ownerAgencyName: 'Prison' }
  const title = 'Ask the landlord'
  expect(differencesBetween(second.before!, second.content)).toEqual([
    { kind: 'goal-added', title: 'I want to see Mum' },
    { kind: 'step-words', title, from: 'Ask the council' },
    { kind: 'step-due', title, from: '2026-03-10', to: '2026-03-12' },
    { kind: 'step-owner', title, from: amira, to: nobody },
    { kind: 'step-status', title, from: 'NOT_STARTED', to: 'COMPLETED', reason: 'He said yes' },
  ])
})

test('of two workers who review at once the second is told, and nothing of the first is lost', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)

  await as(prison, (change) => reviewPlan(change, caseId, 1, review))
  const second = as(prison, (change) => reviewPlan(change, caseId, 1, { ...review, ownWords: 'Other words' }))

  await expect(second).rejects.toMatchObject({ code: 'plan-review.meanwhile' })
  const { reviews } = await world.database.read(prison, (reading) => readPlanParts(reading, caseId))
  expect(reviews.map(({ ownWords }) => ownWords)).toEqual([review.ownWords])
})

test('a review stays as it was made, whatever SQL a worker smuggles', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  await as(prison, (change) => reviewPlan(change, caseId, 1, review))

  const smuggled = as(prison, ({ db }) => db.updateTable('plan_review').set({ own_words: 'I agree' }).execute())

  await expect(smuggled).rejects.toThrow(/permission denied/)
})

test('what is in both versions unchanged is no difference, and what is gone is one', () => {
  const goal = { id: '1', words: 'A room', kind: 'PRACTICAL' as const, status: 'ACTIVE' as const }
  const before = { goals: [goal], steps: [] }

  expect(differencesBetween(before, before)).toEqual([])
  expect(differencesBetween(before, contentOf([], []))).toEqual([{ kind: 'goal-gone', title: 'A room' }])
})

test('a coordinator keeps lead times as the next edition; of two at once the second is told; a worker cannot', async () => {
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const prison = await world.aWorkerAt('Prison')
  const { kinds, edition } = await world.database.read(prison, getLeadTimes)
  const longer = { ...kinds, HOME: 100 }

  await as(coordinator, (change) => keepLeadTimes(change, edition, longer))
  const second = as(coordinator, (change) => keepLeadTimes(change, edition, kinds))

  await expect(second).rejects.toMatchObject({ code: 'lead-times.changed-meanwhile' })
  await expect(as(prison, (change) => keepLeadTimes(change, edition + 1, kinds))).rejects.toThrow(/row-level security/)
  const now = await world.database.read(prison, getLeadTimes)
  expect(now).toMatchObject({ edition: edition + 1, kinds: { HOME: 100, DOCTOR: 14 } })
})
