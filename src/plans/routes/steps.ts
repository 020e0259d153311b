import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ConflictPage, findLastChange, mayWrite } from '../../cases/index.ts'
import { findSupervisionEnd } from '../../licences/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, readForm, type Typed, withProblems } from '../../platform/web/form.ts'
import { addStep } from '../add-step.ts'
import { changeStep, moveStep, undoStepMove } from '../change-step.ts'
import { getStep, listSteps } from '../queries/steps.ts'
import { openChoices } from '../read-frame.ts'
import { isKeptEditing, readStep, stepMove, type TypedStep, typedStep, withDueProblems } from '../step-form.ts'
import { conflictRows } from '../views/conflict-rows.ts'
import { NewStepPage, StepPage } from '../views/step-pages.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** The pages of steps. */
export async function stepRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase & { Querystring: { goal?: unknown } }>('/cases/:caseId/steps/new', works, async (request, reply) => {
    const goalId = z.uuid().safeParse(request.query.goal).data
    const form = filledForm({ kind: 'PRACTICAL', ...(goalId && { goalId }) })
    return reply.page(NewStepPage({ ...(await readChoices(request, request.params.caseId)), form }))
  })

  app.post<OfCase>('/cases/:caseId/steps', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = await readDays(request, caseId, readStep(request.body), null)
    if (!form.valid) return reply.status(422).page(NewStepPage({ ...(await readChoices(request, caseId)), form }))
    await request.change((change) => addStep(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/plan`, 303)
  })

  app.get<OfStep>('/steps/:stepId', seen, async (request, reply) => {
    const shown = await readOne(request)
    return reply.page(StepPage({ ...shown, form: filledForm(typedStep(shown.step)) }))
  })

  app.post<OfStep>('/steps/:stepId', changes, async (request, reply) => {
    const { stepId } = request.params
    const read = readStep(request.body)
    const form = read.valid && !isKeptEditing(read) ? await readKeptDays(request, read) : read
    if (!form.valid || isKeptEditing(form)) {
      return reply.status(422).page(StepPage({ ...(await readOne(request)), form }))
    }
    const { version, ...fields } = form.values
    const refused = await refusalOf(() => request.change((change) => changeStep(change, stepId, version, fields)))
    if (refused === 'step.waits-in-circle') {
      const told = withProblems(form, problemsOfRefusal[refused])
      return reply.status(422).page(StepPage({ ...(await readOne(request)), form: told }))
    }
    if (refused) return reply.status(409).page(await conflictPage(request, form.values, form.typed))
    return reply.redirect(`/steps/${stepId}`, 303)
  })

  app.post<OfStep>('/steps/:stepId/status', changes, async (request, reply) => {
    const { stepId } = request.params
    const form = readForm(stepMove, request.body)
    if (!form.valid) return reply.status(422).page(StepPage(await readOne(request, form)))
    const { status, reason, version, from } = form.values
    let caseId = ''
    const refused = await refusalOf(async () => {
      const step = await request.change((change) =>
        status === 'UNDO'
          ? undoStepMove(change, stepId, version)
          : moveStep(change, stepId, version, { status, reason }),
      )
      caseId = step.caseId
    })
    if (refused) {
      const shown = await readOne(request, withProblems(form, problemsOfRefusal[refused]))
      // Pressed in two windows, or by two workers: it stands as it was meant to.
      if (shown.step.status !== status) return reply.status(422).page(StepPage(shown))
      caseId = shown.step.caseId
    }
    const places = { plan: `/cases/${caseId}/plan`, overview: `/cases/${caseId}`, step: `/steps/${stepId}` }
    return reply.redirect(places[from], 303)
  })
}

const problemsOfRefusal = {
  'step.changed-meanwhile': { field: 'status', message: 'problem.meanwhile' },
  'step.status-closed-way': { field: 'status', message: 'problem.closed-way' },
  'step.waits-in-circle': { field: 'waitsFor', message: 'problem.waits-circle' },
  'step.reason-missing': { field: 'reason', message: 'problem.reason' },
}

/** What the form can answer itself; any other refusal has its own page. */
async function refusalOf(work: () => Promise<unknown>): Promise<keyof typeof problemsOfRefusal | undefined> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal && error.code in problemsOfRefusal)) throw error
    return error.code as keyof typeof problemsOfRefusal
  }
  return undefined
}

/** Days that contradict each other are found before anything is kept. */
function readDays(request: FastifyRequest, caseId: string, form: FormState<TypedStep>, keptOn: string | null) {
  if (!form.valid) return form
  return request.read(async (reading) => {
    const limits = {
      supervisionEndsOn: await findSupervisionEnd(reading, caseId),
      steps: await listSteps(reading, caseId),
    }
    return withDueProblems(form, { today: dayAt(reading.now), keptOn, ...limits })
  })
}

async function readKeptDays(request: FastifyRequest<OfStep>, form: FormState<TypedStep>) {
  const { caseId, dueOn } = await request.read((reading) => getStep(reading, request.params.stepId))
  return readDays(request, caseId, form, dueOn)
}

function readChoices(request: FastifyRequest, caseId: string) {
  const page = request.page()
  return request.read(async (reading) => {
    const choices = await openChoices(reading, caseId, page.locale)
    if (!mayWrite(choices.frame, 'plan')) throw new Refusal('not allowed', 'step.plan-closed')
    return { page, ...choices }
  })
}

/** A step with its choices; what was typed about its status is shown again beside what is kept. */
function readOne(
  request: FastifyRequest<OfStep>,
  told?: { typed: Typed; problems: { field: string; message: string }[] },
) {
  const page = request.page()
  return request.read(async (reading) => {
    const step = await getStep(reading, request.params.stepId)
    const choices = await openChoices(reading, step.caseId, page.locale)
    const form = {
      typed: { ...typedStep(step), ...told?.typed, version: String(step.version) },
      problems: told?.problems ?? [],
    }
    return { page, step, ...choices, form }
  })
}

async function conflictPage(request: FastifyRequest<OfStep>, mine: TypedStep, typed: Typed) {
  const { page, step, frame, ...choices } = await readOne(request)
  const about = { caseId: step.caseId, subjectId: step.id }
  const last = await request.server.database.read(request.actor, (reading) => findLastChange(reading, about))
  const rows = conflictRows(page.locale, step, mine, choices, frame.calledName)
  const address = `/steps/${step.id}`
  const { version } = step
  return ConflictPage({ page, frame, last, current: 'plan', rows, action: address, back: address, version, typed })
}

interface OfCase {
  Params: { caseId: string }
}
interface OfStep {
  Params: { stepId: string }
}
