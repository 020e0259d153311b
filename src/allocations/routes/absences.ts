import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, type Problem, readForm, withProblems } from '../../platform/web/form.ts'
import { absenceKinds } from '../absence-kinds.ts'
import { comeBack, nameCover, stateAbsence } from '../keep-workers.ts'
import { listAbsences, type NewAbsence } from '../queries/workers.ts'
import { AwayPage } from '../views/away-page.tsx'
import { type OfWorker, showWorker } from './workloads.ts'

const cover = z
  .union([z.literal('').transform(() => null), z.uuid()], { error: 'problem.cover' })
  .optional()
  .transform((typed) => typed ?? null)
const absence = z.object({ kind: z.enum(absenceKinds, { error: 'problem.kind' }), coverId: cover })
const manages = { config: { may: 'manage workloads', looks: 'none' } } as const
const says = { config: { may: 'work on cases', looks: 'none' } } as const

/** When somebody is away, said by themselves or by their manager, and who stands in. */
export async function absenceRoutes(app: FastifyInstance): Promise<void> {
  const today = () => dayAt(app.database.clock.now())

  app.post<OfWorker>('/workloads/:accountId/absences', manages, async (request, reply) => {
    const { accountId } = request.params
    const form = readAbsence(request.body, today())
    if (!form.valid) return showWorker(request, reply.status(422), form)
    const problem = await problemOf(() => request.change((change) => stateAbsence(change, accountId, form.values)))
    if (problem) return showWorker(request, reply.status(422), withProblems(form, problem))
    return reply.redirect(`/workloads/${accountId}`, 303)
  })

  app.post<OfAbsence>('/workloads/:accountId/absences/:absenceId/cover', manages, async (request, reply) => {
    const { accountId, absenceId } = request.params
    const form = readForm(z.object({ coverId: cover }), request.body)
    if (!form.valid) return showWorker(request, reply.status(422), form)
    const problem = await problemOf(() =>
      request.change(async (change) => {
        const known = (await listAbsences(change, accountId)).find(({ id }) => id === absenceId)
        if (!known) throw new Refusal('not found', 'allocation.no-absence')
        await nameCover(change, known, form.values.coverId)
      }),
    )
    if (problem) return showWorker(request, reply.status(422), withProblems(form, problem))
    return reply.redirect(`/workloads/${accountId}`, 303)
  })

  app.post<OfAbsence>('/workloads/:accountId/absences/:absenceId/end', manages, async (request, reply) => {
    const accountId = await request.change((change) => comeBack(change, request.params.absenceId))
    return reply.redirect(`/workloads/${accountId}`, 303)
  })

  app.get('/away', says, (request, reply) => showOwn(request, reply, blankForm))

  app.post('/away', says, async (request, reply) => {
    const form = readAbsence(request.body, today())
    if (!form.valid) return showOwn(request, reply.status(422), form)
    const own = { ...form.values, coverId: null }
    const problem = await problemOf(() => request.change((change) => stateAbsence(change, change.actor.userId, own)))
    if (problem) return showOwn(request, reply.status(422), withProblems(form, problem))
    return reply.redirect('/away', 303)
  })

  app.post<{ Params: { absenceId: string } }>('/away/:absenceId/end', says, async (request, reply) => {
    await request.change((change) => comeBack(change, request.params.absenceId))
    return reply.redirect('/away', 303)
  })
}

async function showOwn(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const absences = await request.read((reading) => listAbsences(reading, request.actor.userId))
  return reply.page(AwayPage({ page: request.page(), absences, form }))
}

function readAbsence(body: unknown, today: string): FormState<NewAbsence> {
  const read = readForm(absence, body)
  const [fromOn, untilOn] = [readDay(read, 'from'), readDay(read, 'until')]
  const problems = [...read.problems]
  if (!fromOn) problems.push({ field: 'from', message: 'problem.from' })
  if (!untilOn || untilOn < today || (fromOn && untilOn < fromOn))
    problems.push({ field: 'until', message: 'problem.until' })
  if (!read.valid || problems.length > 0 || !fromOn || !untilOn) return { valid: false, typed: read.typed, problems }
  return { valid: true, typed: read.typed, values: { ...read.values, fromOn, untilOn }, problems: [] }
}

const fields: Record<string, string> = {
  'allocation.already-away': 'from',
  'allocation.cover-away': 'coverId',
  'allocation.no-colleague': 'coverId',
}

/** What the form can answer itself, beside its field; any other refusal has its own page. */
async function problemOf(work: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work()
  } catch (error) {
    const field = error instanceof Refusal ? fields[error.code] : undefined
    if (!field) throw error
    return { field, message: `problem.${(error as Refusal).code}` }
  }
  return undefined
}

interface OfAbsence {
  Params: { accountId: string; absenceId: string }
}
