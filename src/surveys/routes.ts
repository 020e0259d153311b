import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { version } from '../agencies/index.ts'
import { listContextEvents } from '../context-events/index.ts'
import {
  blankForm,
  type FormState,
  optionalText,
  readForm,
  typedList,
  typedText,
  withProblems,
} from '../platform/web/form.ts'
import { locales } from '../platform/words.ts'
import { beginSurvey, enterReply, monthsOffered, reviseSurvey } from './keep-survey.ts'
import { getSurvey, listItems, listResults, listSurveys } from './queries/surveys.ts'
import { audiences, readAnswers } from './survey.ts'
import { PaperPage } from './views/paper-page.tsx'
import { ReplyPage } from './views/reply-page.tsx'
import { ResultsPage } from './views/results-page.tsx'
import { SurveysPage } from './views/surveys-page.tsx'

interface OfSurvey {
  Params: { surveyId: string }
  Querystring: { done?: string; language?: string }
}
const enters = { config: { may: 'see reports', looks: 'none' } } as const
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const keeps = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

const begin = z.object({ audience: z.enum(audiences) })
const inLanguage = optionalText(200, 'revise.long')
const revision = z.object({ version, en: inLanguage, it: inLanguage, nl: inLanguage })
const replyForm = z.object({
  month: z.string({ error: 'reply.month-missing' }),
  way: z.enum(['SCREEN', 'PAPER'], { error: 'reply.way-missing' }),
})
const mostItems = 20

/** Surveys: asked by workers, on screen or on paper; kept by the coordinator; read by whoever reads evidence. */
export async function surveyRoutes(app: FastifyInstance): Promise<void> {
  app.get('/surveys', enters, async (request, reply) => {
    const surveys = await request.read(listSurveys)
    return reply.page(SurveysPage({ page: request.page(), surveys, may: request.actor.may }))
  })

  app.post('/surveys', keeps, async (request, reply) => {
    const id = await request.change((change) => beginSurvey(change, begin.parse(request.body).audience))
    return reply.redirect(`/surveys/${id}`, 303)
  })

  app.get<OfSurvey>('/surveys/:surveyId', sees, (request, reply) => showResults(request, reply, blankForm))

  app.post<OfSurvey>('/surveys/:surveyId', keeps, async (request, reply) => {
    const { surveyId } = request.params
    const read = readForm(revision, request.body)
    const kept = typedList(read, 'kept')
    const texts = ['en', 'it', 'nl'].map((locale) => typedText(read, locale).trim())
    const isHalf = texts.some(Boolean) && !texts.every(Boolean)
    const count = kept.length + (texts.every(Boolean) ? 1 : 0)
    const form = isHalf
      ? withProblems(read, { field: 'en', message: 'revise.all-languages' })
      : count === 0 || count > mostItems
        ? withProblems(read, { field: 'kept', message: 'revise.none-left' })
        : read
    if (!form.valid) return showResults(request, reply.status(422), form)
    const { en, it, nl, version: was } = form.values
    await request.change((change) =>
      reviseSurvey(change, surveyId, { version: was, kept, added: en ? { en, it, nl } : undefined }),
    )
    return reply.redirect(`/surveys/${surveyId}`, 303)
  })

  app.get<OfSurvey>('/surveys/:surveyId/paper', enters, async (request, reply) => {
    const survey = await request.read((reading) => getSurvey(reading, request.params.surveyId))
    const page = request.page()
    const locale = locales.find((each) => each === request.query.language) ?? page.locale
    return reply.page(PaperPage({ page, survey, locale }))
  })

  app.get<OfSurvey>('/surveys/:surveyId/replies/new', enters, (request, reply) => showReply(request, reply, blankForm))

  app.post<OfSurvey>('/surveys/:surveyId/replies', enters, async (request, reply) => {
    const { surveyId } = request.params
    const survey = await request.read((reading) => getSurvey(reading, surveyId))
    const read = readForm(replyForm, request.body)
    const answers = readAnswers(survey.items, (field) => typedText(read, field))
    const isOffered = read.valid && monthsOffered(app.database.clock.now()).includes(read.values.month)
    const problems = [
      ...(read.valid && !isOffered ? [{ field: 'month', message: 'reply.month-missing' }] : []),
      ...(Object.keys(answers).length === 0
        ? [{ field: `item-${survey.items[0]!.key}`, message: 'reply.nothing' }]
        : []),
    ]
    const form = problems.length > 0 ? withProblems(read, ...problems) : read
    if (!form.valid) return showReply(request, reply.status(422), form)
    await request.change((change) => enterReply(change, surveyId, { ...form.values, answers }))
    return reply.redirect(`/surveys/${surveyId}/replies/new?done=kept`, 303)
  })
}

async function showReply(request: FastifyRequest<OfSurvey>, reply: FastifyReply, form: FormState<unknown>) {
  const survey = await request.read((reading) => getSurvey(reading, request.params.surveyId))
  const page = request.page()
  return reply.page(
    ReplyPage({ page, survey, months: monthsOffered(page.now), form, isDone: request.query.done === 'kept' }),
  )
}

async function showResults(request: FastifyRequest<OfSurvey>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => ({
    survey: await getSurvey(reading, request.params.surveyId),
    items: await listItems(reading, request.params.surveyId),
    results: await listResults(reading, request.params.surveyId),
    events: await listContextEvents(reading),
  }))
  const mayKeep = request.actor.may.has('coordinate the partnership')
  return reply.page(ResultsPage({ page: request.page(), ...shown, mayKeep, form }))
}
