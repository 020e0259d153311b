import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState } from '../../platform/web/form.ts'
import { evaluationsCsv } from '../evaluations-csv.ts'
import { planEvaluation } from '../keep-evaluation.ts'
import { readMeasures } from '../measures.ts'
import { readPlan } from '../plan-form.ts'
import { evaluationsOnPage, listEvaluations } from '../queries/evaluations.ts'
import { readSize } from '../size-form.ts'
import { EvaluationsPage } from '../views/evaluations-page.tsx'
import { PlanFormPage } from '../views/plan-form-page.tsx'
import { SampleSizePage } from '../views/sample-size-page.tsx'

const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const reckons = { config: { may: 'see reports', looks: 'none' } } as const // nothing of anybody: whoever asks files may plan
const mostInFile = 1_000
const paged = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })

/** Plans of how to find out what works: read and made by managers and the coordinator. */
export async function evaluationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/evaluations', sees, async (request, reply) => {
    const { page: pageNumber } = paged.parse(request.query)
    const skip = (pageNumber - 1) * evaluationsOnPage
    const found = await request.read((reading) => listEvaluations(reading, { skip }))
    const evaluations = found.slice(0, evaluationsOnPage)
    const isMore = found.length > evaluationsOnPage
    return reply.page(EvaluationsPage({ page: request.page(), evaluations, pageNumber, isMore, first: skip + 1 }))
  })

  app.get('/evaluations.csv', sees, async (request, reply) => {
    const { locale } = request.page()
    const { evaluations, measures } = await request.report(async (reading) => ({
      evaluations: await listEvaluations(reading, { most: mostInFile }),
      measures: await readMeasures(reading, locale),
    }))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="evaluations.csv"')
      .send(evaluationsCsv(locale, evaluations.slice(0, mostInFile), measures))
  })

  app.get('/evaluations/new', sees, (request, reply) => showNew(request, reply, blankForm))

  app.post('/evaluations', sees, async (request, reply) => {
    const { locale } = request.page()
    const known = await request.report((reading) => readMeasures(reading, locale))
    const form = readPlan(
      request.body,
      known.map(({ key }) => key),
    )
    if (!form.valid) return showNew(request, reply.status(422), form)
    const id = await request.change((change) => planEvaluation(change, form.values))
    return reply.redirect(`/evaluations/${id}?done=planned`, 303)
  })

  app.get('/evaluations/sample-size', reckons, (request, reply) => {
    const isAsked = Object.keys(request.query as object).includes('shareWithout')
    const form = isAsked ? readSize(request.query) : blankForm
    const size = form.valid ? form.values : undefined
    return reply.status(isAsked && !form.valid ? 422 : 200).page(SampleSizePage({ page: request.page(), form, size }))
  })
}

async function showNew(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const page = request.page()
  const measures = await request.report((reading) => readMeasures(reading, page.locale))
  return reply.page(PlanFormPage({ page, form, measures }))
}
