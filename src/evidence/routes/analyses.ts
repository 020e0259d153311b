import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ContextEvent, listContextEvents } from '../../context-events/index.ts'
import type { Reading } from '../../platform/database.ts'
import { blankForm, type FormState, filledForm, readForm, type Typed, withProblems } from '../../platform/web/form.ts'
import { fieldsIn, fileIn } from '../../platform/web/upload.ts'
import { askFile, bringFile, removeFile } from '../analyses/keep-analysis.ts'
import { methodNames, methods } from '../analyses/methods.ts'
import { analysisBlock } from '../pack/analysis-block.ts'
import { blocksCsv } from '../pack/blocks-csv.ts'
import { type Analysis, getAnalysis, listAnalyses } from '../queries/analyses.ts'
import { listWaiting } from '../queries/results.ts'
import { listStories } from '../queries/stories.ts'
import { AnalysisPage } from '../views/analysis-page.tsx'
import { EvidencePage } from '../views/evidence-page.tsx'
import { NewAnalysisPage } from '../views/new-analysis-page.tsx'
import { newAnalysis, readQuestion } from './forms.ts'

export interface OfAnalysis {
  Params: { analysisId: string }
}
type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

// An analyst's file is their agency's own and linked to no record; what is shown of it names nobody.
export const open = { config: { may: 'see reports', looks: 'none' } } as const

/** Files of an analyst: bring one, say what its columns are, leave, come back to what may be shown. */
export async function analysisRoutes(app: FastifyInstance): Promise<void> {
  app.get('/evidence', { config: { may: 'see reports', looks: 'personal' } }, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const stories = await listStories(reading)
      const personIds = stories.map(({ personId }) => personId)
      reading.look({ action: 'consult', personIds, fieldGroups: ['notes'] })
      return { analyses: await listAnalyses(reading), waiting: await listWaiting(reading), stories }
    })
    return reply.page(EvidencePage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get<{ Querystring: { method?: string } }>('/evidence/analyses/new', open, (request, reply) => {
    const method = methodNames.find((name) => name === request.query.method)
    return reply.page(NewAnalysisPage({ page: request.page(), form: filledForm({ method }) }))
  })

  app.post('/evidence/analyses', open, async (request, reply) => {
    const form = readForm(newAnalysis, fieldsIn(request.body))
    const file = fileIn(request.body)
    const again = (typed: Form) => reply.status(422).page(NewAnalysisPage({ page: request.page(), form: typed }))
    if (!file) return again(withProblems(form, { field: 'file', message: 'file.missing' }))
    if (!form.valid) return again(withProblems(form, { field: 'file', message: 'file.again' }))
    const { method, title } = form.values
    const brought = await request.change((change) => bringFile(change, method, title, file))
    if ('fault' in brought) return again(withProblems(form, { field: 'file', message: brought.fault }))
    return reply.redirect(`/evidence/analyses/${brought.id}`, 303)
  })

  app.get<OfAnalysis>('/evidence/analyses/:analysisId', open, async (request, reply) => {
    const { analysis, events } = await request.read((reading) => readAnalysis(reading, request.params.analysisId))
    return showAnalysis(request, reply, analysis, { ...blankForm, typed: typedOf(analysis) }, events)
  })

  app.post<OfAnalysis>('/evidence/analyses/:analysisId/question', open, async (request, reply) => {
    const { analysisId } = request.params
    const analysis = await request.read((reading) => getAnalysis(reading, analysisId))
    const { typed, question, problems } = readQuestion(analysis.method, analysis.columns, request.body)
    if (problems.length > 0) return showAnalysis(request, reply.status(422), analysis, { typed, problems })
    await request.change((change) => askFile(change, analysisId, question))
    return reply.redirect(`/evidence/analyses/${analysisId}`, 303)
  })

  app.post<OfAnalysis>('/evidence/analyses/:analysisId/removal', open, async (request, reply) => {
    await request.change((change) => removeFile(change, request.params.analysisId))
    return reply.redirect('/evidence', 303)
  })

  app.get<OfAnalysis>('/evidence/analyses/:analysisId.json', open, async (request, reply) => {
    const found = await request.read((reading) => getAnalysis(reading, request.params.analysisId))
    const { title, method, question, finding, endedAt } = found
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="analysis.json"')
      .send(JSON.stringify({ title, method, question, reckonedAt: endedAt, finding }, null, 2))
  })

  app.get<OfAnalysis>('/evidence/analyses/:analysisId.csv', open, async (request, reply) => {
    const { analysis, events } = await request.read((reading) => readAnalysis(reading, request.params.analysisId))
    const { locale } = request.page()
    const blocks = isDone(analysis) ? [analysisBlock(locale, analysis, events)] : []
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="analysis.csv"')
      .send(blocksCsv(locale, blocks))
  })
}

export const isDone = (analysis: Analysis): analysis is Analysis & { finding: NonNullable<Analysis['finding']> } =>
  analysis.finding !== null

/** An analysis and what was going on around it, as far as the reader reads that. */
export async function readAnalysis(
  reading: Reading,
  id: string,
): Promise<{ analysis: Analysis; events: ContextEvent[] }> {
  return { analysis: await getAnalysis(reading, id), events: await listContextEvents(reading) }
}

function showAnalysis(
  request: FastifyRequest,
  reply: FastifyReply,
  analysis: Analysis,
  form: Form,
  events: readonly ContextEvent[] = [],
) {
  const page = request.page()
  const block = isDone(analysis) ? analysisBlock(page.locale, analysis, events) : undefined
  return reply.page(AnalysisPage({ page, analysis, block, form }))
}

/** What was asked before, or what the methods begin with. */
function typedOf({ method, question }: Analysis): Typed {
  return Object.fromEntries(
    methods[method].map(({ name, takes, preset }) => {
      const said = question?.[name] ?? (question ? '' : (preset ?? ''))
      return [name, takes === 'columns' ? said.split(',').filter(Boolean) : said]
    }),
  )
}
