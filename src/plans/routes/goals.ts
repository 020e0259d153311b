import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ConflictPage, findLastChange, mayWrite } from '../../cases/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, readForm, type Typed, withProblems } from '../../platform/web/form.ts'
import { goalForm, goalMove, type TypedGoal, typedGoal } from '../goals/goal-form.ts'
import { addGoal, changeGoal, moveGoal } from '../goals/keep-goal.ts'
import { getGoal } from '../queries/goals.ts'
import { openChoices } from '../read-frame.ts'
import { isKeptEditing } from '../step-form.ts'
import { goalConflictRows } from '../views/conflict-rows.ts'
import { GoalPage, NewGoalPage } from '../views/goal-pages.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** Goals of the person, in their own words. */
export async function goalRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/goals/new', works, async (request, reply) => {
    const choices = await readChoices(request, request.params.caseId)
    return reply.page(NewGoalPage({ ...choices, form: filledForm({ kind: 'PRACTICAL' }) }))
  })

  app.post<OfCase>('/cases/:caseId/goals', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(goalForm, request.body)
    if (!form.valid) return reply.status(422).page(NewGoalPage({ ...(await readChoices(request, caseId)), form }))
    const goalId = await request.change((change) => addGoal(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/steps/new?goal=${goalId}`, 303)
  })

  app.get<OfGoal>('/goals/:goalId', seen, async (request, reply) => {
    const shown = await readOne(request)
    return reply.page(GoalPage({ ...shown, form: filledForm(typedGoal(shown.goal)) }))
  })

  app.post<OfGoal>('/goals/:goalId', changes, async (request, reply) => {
    const { goalId } = request.params
    const form = readForm(goalForm, request.body)
    if (!form.valid || isKeptEditing(form))
      return reply.status(422).page(GoalPage({ ...(await readOne(request)), form }))
    const { version, ...fields } = form.values
    try {
      const { caseId } = await request.change((change) => changeGoal(change, goalId, version, fields))
      return reply.redirect(`/cases/${caseId}/plan`, 303)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'goal.changed-meanwhile')) throw error
      return reply.status(409).page(await conflictPage(request, form.values, form.typed))
    }
  })

  app.post<OfGoal>('/goals/:goalId/status', changes, async (request, reply) => {
    const { goalId } = request.params
    const form = readForm(goalMove, request.body)
    if (!form.valid) return reply.status(422).page(GoalPage(await readTold(request, form)))
    const { version, ...move } = form.values
    try {
      const { caseId } = await request.change((change) => moveGoal(change, goalId, version, move))
      return reply.redirect(`/cases/${caseId}/plan`, 303)
    } catch (error) {
      const problem = error instanceof Refusal ? problems[error.code as keyof typeof problems] : undefined
      if (!problem) throw error
      return reply.status(422).page(GoalPage(await readTold(request, withProblems(form, problem))))
    }
  })
}

const problems = {
  'goal.changed-meanwhile': { field: 'status', message: 'problem.goal-moved' },
  'goal.status-closed-way': { field: 'status', message: 'problem.goal-moved' },
  'goal.reason-missing': { field: 'reason', message: 'problem.goal-reason' },
}

function readChoices(request: FastifyRequest, caseId: string) {
  const page = request.page()
  return request.read(async (reading) => {
    const choices = await openChoices(reading, caseId, page.locale)
    if (!mayWrite(choices.frame, 'plan')) throw new Refusal('not allowed', 'step.plan-closed')
    return { page, ...choices }
  })
}

function readOne(request: FastifyRequest<OfGoal>) {
  const page = request.page()
  return request.read(async (reading) => {
    const goal = await getGoal(reading, request.params.goalId)
    return { page, goal, ...(await openChoices(reading, goal.caseId, page.locale)) }
  })
}

/** What was typed about its status is shown again beside what is kept. */
async function readTold(request: FastifyRequest<OfGoal>, told: FormState<unknown>) {
  const shown = await readOne(request)
  const typed: Typed = { ...typedGoal(shown.goal), ...told.typed, version: String(shown.goal.version) }
  return { ...shown, form: { typed, problems: told.problems } }
}

async function conflictPage(request: FastifyRequest<OfGoal>, mine: TypedGoal, typed: Typed) {
  const { page, goal, frame, pathways } = await readOne(request)
  const about = { caseId: goal.caseId, subjectId: goal.id }
  const last = await request.server.database.read(request.actor, (reading) => findLastChange(reading, about))
  const rows = goalConflictRows(page.locale, goal, mine, pathways)
  const address = `/goals/${goal.id}`
  const { version } = goal
  return ConflictPage({ page, frame, last, current: 'plan', rows, action: address, back: address, version, typed })
}

interface OfCase {
  Params: { caseId: string }
}
interface OfGoal {
  Params: { goalId: string }
}
