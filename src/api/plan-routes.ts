import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { getCaseFrame, sees } from '../cases/index.ts'
import {
  addGoal,
  type Goal,
  type GoalFields,
  getGoal,
  listGoals,
  listSteps,
  moveGoal,
  type Step,
} from '../plans/index.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { conflictAnswer, notFoundAnswer, problemAnswers } from './answers.ts'
import { noteIdOf } from './note-id.ts'
import { caseParams } from './schemas/parts.ts'
import { goal, goalHeaders, goalParams, newGoal, newGoalStatus, planAnswer } from './schemas/plan.ts'

const alreadyThere = '23505' // PostgreSQL: a row with this id exists
const works = { may: 'work on cases', looks: 'personal', isApi: true } as const

/** The plan of a case: its goals and steps, a new goal, and what became of one. */
export async function planRoutes(v1: FastifyInstance): Promise<void> {
  const api = v1.withTypeProvider<ZodTypeProvider>()

  api.get(
    '/cases/:caseId/plan',
    {
      config: { may: 'see cases', looks: 'personal', isApi: true },
      schema: {
        summary: 'The plan of a case: goals and steps',
        params: caseParams,
        response: { 200: planAnswer, ...problemAnswers, ...notFoundAnswer },
      },
    },
    (request) => {
      const { caseId } = request.params
      return request.read(async (reading) => {
        await lookAt(reading, caseId)
        const goals = await listGoals(reading, caseId)
        const steps = await listSteps(reading, caseId)
        return { goals: goals.map(presentGoal), steps: steps.map(presentStep) }
      })
    },
  )

  api.post(
    '/cases/:caseId/goals',
    {
      config: works,
      schema: {
        summary: 'Add a goal to the plan, in the person’s own words',
        params: caseParams,
        headers: goalHeaders,
        body: newGoal,
        response: { 201: goal, ...problemAnswers, ...notFoundAnswer, ...conflictAnswer },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params
      const goalId = noteIdOf(request.actor, request.headers['idempotency-key'])
      await addOnce(request, caseId, goalId, request.body)
      return reply
        .status(201)
        .header('location', `/api/v1/cases/${caseId}/plan`)
        .send(await readBack(request, goalId))
    },
  )

  api.post(
    '/goals/:goalId/status',
    {
      config: works,
      schema: {
        summary: 'Say that a goal is reached, for later, no longer wanted, or taken up again',
        params: goalParams,
        body: newGoalStatus,
        response: { 200: goal, ...problemAnswers, ...notFoundAnswer, ...conflictAnswer },
      },
    },
    async (request) => {
      const { goalId } = request.params
      const { version, ...asked } = request.body
      await request.change((change) => moveGoal(change, goalId, version, asked))
      return readBack(request, goalId)
    },
  )
}

/** @throws Refusal `case.not-found`; `case.part-closed` for a plan that the reader does not see. */
async function lookAt(reading: Reading, caseId: string): Promise<void> {
  const frame = await getCaseFrame(reading, caseId)
  const { personId } = frame
  if (!sees(frame, 'plan')) throw new Refusal('not allowed', 'case.part-closed')
  reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups: ['plan'] })
}

/** A second sending with one key adds nothing. @throws Refusal `goal.key-used` where the key stands for a goal of another case. */
async function addOnce(request: FastifyRequest, caseId: string, goalId: string, fields: GoalFields): Promise<void> {
  try {
    await request.change((change) => addGoal(change, caseId, fields, goalId))
  } catch (error) {
    if ((error as { code?: string }).code !== alreadyThere) throw error
    const found = await request.read((reading) => getGoal(reading, goalId))
    if (found.caseId !== caseId) throw new Refusal('conflict', 'goal.key-used')
  }
}

const readBack = (request: FastifyRequest, goalId: string) =>
  request.read(async (reading) => {
    const found = await getGoal(reading, goalId)
    reading.look({ action: 'consult', personIds: [found.personId], caseIds: [found.caseId], fieldGroups: ['plan'] })
    return presentGoal(found)
  })

function presentGoal(found: Goal) {
  const { id, caseId, words, kind, needIds, status, statusReason, version } = found
  return {
    ...{ id, caseId, words, kind, needIds, status, statusReason, version },
    pathways: found.pathways as (typeof goal)['_output']['pathways'],
    madeBy: found.madeByName,
    madeByAgency: found.madeByAgencyName,
    madeAt: found.madeAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
  }
}

function presentStep(found: Step) {
  const { id, goalId, needId, title, doneWhen, kind, dueOn, status, owner, isOwnerGone, waitsFor } = found
  return {
    ...{ id, goalId, needId, title, doneWhen, kind, dueOn, status, isOwnerGone, waitsFor },
    pathway: found.pathway as (typeof planAnswer)['_output']['steps'][number]['pathway'],
    isForPerson: owner.isForPerson,
    responsibleAgencyId: owner.agencyId,
    responsibleWorkerId: owner.accountId,
    madeAt: found.madeAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
  }
}
