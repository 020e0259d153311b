import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { version } from '../../agencies/index.ts'
import {
  blankForm,
  type FormState,
  filledForm,
  readForm,
  text,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { beginEvaluation, changePlan, stopEvaluation, writeEntry } from '../keep-evaluation.ts'
import { readMeasures } from '../measures.ts'
import { readPlan, typedPlan } from '../plan-form.ts'
import { listDoneAnalyses, listEntries } from '../queries/entries.ts'
import { getEvaluation } from '../queries/evaluations.ts'
import { EvaluationPage } from '../views/evaluation-page.tsx'
import { PlainPage } from '../views/plain-page.tsx'
import { PlanFormPage } from '../views/plan-form-page.tsx'

interface OfEvaluation {
  Params: { evaluationId: string }
  Querystring: { done?: string }
}
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const doneWords = z.enum(['planned', 'changed', 'begun', 'written', 'stopped']).optional().catch(undefined)

const entry = z.object({
  kind: z.enum(['RESULT', 'CHANGE'], { error: 'write.kind-missing' }),
  words: text(2_000, { missing: 'write.missing', long: 'write.long' }),
  analysisId: z
    .union([z.literal(''), z.uuid()])
    .catch('')
    .transform((id) => id || null),
  isLast: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((ticked) => ticked === 'yes'),
})
const stopping = z.object({ reason: text(500, { missing: 'stop.missing', long: 'form.long-500' }) })

/** One evaluation: planned, begun, written of, stopped. */
export async function oneEvaluationRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfEvaluation>('/evaluations/:evaluationId', sees, (request, reply) => showOne(request, reply, blankForm))

  app.get<OfEvaluation>('/evaluations/:evaluationId/plain', sees, async (request, reply) => {
    const page = request.page()
    const { evaluationId } = request.params
    const shown = await request.report(async (reading) => ({
      evaluation: await getEvaluation(reading, evaluationId),
      measures: await readMeasures(reading, page.locale),
      entries: await listEntries(reading, evaluationId),
    }))
    return reply.page(PlainPage({ page, ...shown }))
  })

  app.get<OfEvaluation>('/evaluations/:evaluationId/edit', sees, async (request, reply) => {
    const evaluation = await request.read((reading) => getEvaluation(reading, request.params.evaluationId))
    return showForm(request, reply, filledForm(typedPlan(evaluation)))
  })

  app.post<OfEvaluation>('/evaluations/:evaluationId', sees, async (request, reply) => {
    const { evaluationId } = request.params
    const { locale } = request.page()
    const { evaluation, measures } = await request.report(async (reading) => ({
      evaluation: await getEvaluation(reading, evaluationId),
      measures: await readMeasures(reading, locale),
    }))
    const form = readPlan(request.body, [...measures.map(({ key }) => key), ...evaluation.measures])
    const was = version.safeParse(typedText(form, 'version'))
    if (!form.valid) return showForm(request, reply.status(422), form)
    if (was.data !== evaluation.version)
      return showForm(request, reply.status(409), withProblems(form, { field: 'title', message: 'form.meanwhile' }))
    await request.change((change) => changePlan(change, evaluationId, evaluation.version, form.values))
    return reply.redirect(`/evaluations/${evaluationId}?done=changed`, 303)
  })

  app.post<OfEvaluation>('/evaluations/:evaluationId/begin', sees, async (request, reply) => {
    const { evaluationId } = request.params
    const { version: seen } = z.object({ version }).parse(request.body)
    await request.change((change) => beginEvaluation(change, evaluationId, seen))
    return reply.redirect(`/evaluations/${evaluationId}?done=begun`, 303)
  })

  app.post<OfEvaluation>('/evaluations/:evaluationId/entries', sees, async (request, reply) => {
    const { evaluationId } = request.params
    const form = readForm(entry, request.body)
    if (!form.valid) return showOne(request, reply.status(422), form)
    await request.change((change) => writeEntry(change, evaluationId, form.values))
    return reply.redirect(`/evaluations/${evaluationId}?done=written`, 303)
  })

  app.post<OfEvaluation>('/evaluations/:evaluationId/stop', sees, async (request, reply) => {
    const { evaluationId } = request.params
    const form = readForm(stopping, request.body)
    if (!form.valid) return showOne(request, reply.status(422), form)
    await request.change((change) => stopEvaluation(change, evaluationId, form.values.reason))
    return reply.redirect(`/evaluations/${evaluationId}?done=stopped`, 303)
  })
}

async function showOne(request: FastifyRequest<OfEvaluation>, reply: FastifyReply, form: FormState<unknown>) {
  const page = request.page()
  const { evaluationId } = request.params
  const shown = await request.report(async (reading) => ({
    evaluation: await getEvaluation(reading, evaluationId),
    measures: await readMeasures(reading, page.locale),
    entries: await listEntries(reading, evaluationId),
    analyses: await listDoneAnalyses(reading),
  }))
  return reply.page(EvaluationPage({ page, ...shown, form, done: doneWords.parse(request.query.done) }))
}

async function showForm(request: FastifyRequest<OfEvaluation>, reply: FastifyReply, form: FormState<unknown>) {
  const page = request.page()
  const shown = await request.report(async (reading) => ({
    evaluation: await getEvaluation(reading, request.params.evaluationId),
    measures: await readMeasures(reading, page.locale),
  }))
  return reply.page(PlanFormPage({ page, form, ...shown }))
}
