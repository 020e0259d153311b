import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aStep, plainStep } from './builders.ts'
import { changeStep, getStep, listSteps, moveStep, undoStepMove } from './index.ts'

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
const stepOf = (actor: Actor, id: string) => world.database.read(actor, (reading) => getStep(reading, id))
const as = (actor: Actor, work: (change: Change) => Promise<unknown>) => world.database.change(actor, work)
const done = { status: 'COMPLETED' as const, reason: '' }

test('a step given to a worker of another agency is seen by them, and they are told', async () => {
  const prison = await world.aWorkerAt('Prison')
  const probation = await world.aWorkerAt('Probation', { kind: 'probation', name: 'Sarah Bright' })
  const { id: caseId } = await aCase(world, prison)
  await as(prison, async (change) => {
    const { agencyId, userId: accountId } = probation
    await letIn(change, { caseId, agencyId, accountId, relationship: 'ALLOCATED', role: 'COMMUNITY_OFFENDER_MANAGER' })
    change.record({ name: 'case.worker-named', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })

  const owner = { isForPerson: false, agencyId: probation.agencyId, accountId: probation.userId }
  const id = await aStep(world, prison, caseId, { title: 'Book the first meeting', owner, dueOn: '2026-03-10' })

  expect(await stepOf(probation, id)).toMatchObject({ ownerName: 'Sarah Bright', ownerAgencyName: 'Probation' })
  const told = await world.database.read(probation, (reading) => listAlerts(reading, { limit: 5 }))
  expect(told).toMatchObject([{ name: 'step.given', subjectId: id }])
})

test('a step is started, put off with a reason, done, and brought back by undoing', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aStep(world, prison, caseId)

  await as(prison, (change) => moveStep(change, id, 1, { status: 'IN_PROGRESS', reason: '' }))
  await as(prison, (change) => moveStep(change, id, 2, { status: 'CANNOT_BE_DONE_YET', reason: 'The bank is shut' }))
  await as(prison, (change) => moveStep(change, id, 3, done))
  const closed = await stepOf(prison, id)
  await as(prison, (change) => undoStepMove(change, id, 4))

  expect(closed).toMatchObject({ status: 'COMPLETED', closedAt: world.time.now })
  expect(await stepOf(prison, id)).toMatchObject({ status: 'CANNOT_BE_DONE_YET', closedAt: null })
})

test('putting a step off or dropping it needs a reason, and what is done does not move on', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aStep(world, prison, caseId)
  const move = (version: number, status: 'NO_LONGER_NEEDED' | 'IN_PROGRESS') =>
    codeOf(as(prison, (change) => moveStep(change, id, version, { status, reason: '' })))

  const withoutReason = await move(1, 'NO_LONGER_NEEDED')
  await as(prison, (change) => moveStep(change, id, 1, done))
  const afterDone = await move(2, 'IN_PROGRESS')

  expect([withoutReason, afterDone]).toEqual(['step.reason-missing', 'step.status-closed-way'])
})

test('of two workers who change one step the second is told and nothing is overwritten', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await aStep(world, prison, caseId)
  const { owner } = await stepOf(prison, id)
  const change = (title: string) => codeOf(as(prison, (c) => changeStep(c, id, 1, { ...plainStep, title, owner })))

  const answers = [await change('Book the first meeting'), await change('Ring the bank')]

  expect(answers).toEqual(['done', 'step.changed-meanwhile'])
  expect((await stepOf(prison, id)).title).toBe('Book the first meeting')
})

test('the most urgent step is on the lists, late ones are counted', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)

  await aStep(world, prison, caseId, { title: 'Later', dueOn: '2099-03-20' })
  await aStep(world, prison, caseId, { title: 'Find a bed', dueOn: '2020-02-26' })

  const [line] = await world.inspect(
    'select undone_count, late_count, next_undone from case_summary where case_id = $1',
    [caseId],
  )
  expect(line).toEqual({ undone_count: 2, late_count: 1, next_undone: 'Find a bed' })
})

test('an agency that is not on the case sees no step of it and adds none', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)
  await aStep(world, prison, caseId)

  const added = await codeOf(aStep(world, police, caseId))

  expect(added).toBe('case.not-found')
  expect(await world.database.read(police, (reading) => listSteps(reading, caseId))).toEqual([])
})
