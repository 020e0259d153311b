import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { version } from '../agencies/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, readForm, text, typedText, withProblems } from '../platform/web/form.ts'
import { comparisonCsv } from './comparison.ts'
import { answerQuestion, askQuestion, beginQuestions, groupsOf, retireQuestion } from './keep-mechanisms.ts'
import { answerOf, nationalGroups, parts } from './mechanism.ts'
import { getQuestion, listEarlier, listQuestions } from './queries.ts'
import { MechanismsPage } from './views/mechanisms-page.tsx'
import { QuestionPage } from './views/question-page.tsx'

interface OfQuestion {
  Params: { mechanismQuestionId: string }
  Querystring: { done?: string }
}
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const keeps = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

const inLanguage = text(300, { missing: 'ask.all-languages', long: 'ask.long' })
const newQuestion = z.object({
  part: z.enum(parts, { error: 'ask.part-missing' }),
  en: inLanguage,
  it: inLanguage,
  nl: inLanguage,
})
const answer = z.object({
  group: z.enum(nationalGroups, { error: 'answer.group-missing' }),
  words: text(3_000, { missing: 'answer.missing', long: 'answer.long' }),
  locale: z.enum(['en', 'it', 'nl'], { error: 'answer.language-missing' }),
  withWhom: text(300, { missing: 'answer.who-missing', long: 'answer.who-long' }),
})

/** Questions of context, mechanism and outcome: asked by the coordinator, answered for each country, laid side by side. */
export async function mechanismRoutes(app: FastifyInstance): Promise<void> {
  app.get('/mechanisms', sees, (request, reply) => showAll(request, reply, blankForm))

  app.get('/mechanisms.csv', sees, async (request, reply) => {
    const questions = await request.read(listQuestions)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="mechanisms.csv"')
      .send(comparisonCsv(request.page().locale, questions))
  })

  app.post('/mechanisms/beginning', keeps, async (request, reply) => {
    await request.change(beginQuestions)
    return reply.redirect('/mechanisms', 303)
  })

  app.post('/mechanisms', keeps, async (request, reply) => {
    const form = readForm(newQuestion, request.body)
    if (!form.valid) return showAll(request, reply.status(422), form)
    const { part, ...texts } = form.values
    await request.change((change) => askQuestion(change, { part, texts }))
    return reply.redirect('/mechanisms', 303)
  })

  app.get<OfQuestion>('/mechanisms/:mechanismQuestionId', sees, (request, reply) => showOne(request, reply, blankForm))

  app.post<OfQuestion>('/mechanisms/:mechanismQuestionId/answers', sees, async (request, reply) => {
    const { mechanismQuestionId } = request.params
    const read = readForm(answer, request.body)
    const answeredOn = readDay(read, 'answeredOn')
    const isPast = answeredOn && answeredOn <= dayAt(app.database.clock.now())
    const form = isPast ? read : withProblems(read, { field: 'answeredOn', message: 'answer.day-wrong' })
    if (!form.valid || !answeredOn) return showOne(request, reply.status(422), form)
    const { group } = form.values
    const seen = version.parse(typedText(form, `version-${group}`))
    const question = await request.read((reading) => getQuestion(reading, mechanismQuestionId))
    if ((answerOf(question, group)?.version ?? 0) !== seen)
      return showOne(request, reply.status(409), withProblems(form, { field: 'words', message: 'answer.meanwhile' }))
    await request.change((change) => answerQuestion(change, mechanismQuestionId, seen, { ...form.values, answeredOn }))
    return reply.redirect(`/mechanisms/${mechanismQuestionId}?done=answered`, 303)
  })

  app.post<OfQuestion>('/mechanisms/:mechanismQuestionId/retirement', keeps, async (request, reply) => {
    await request.change((change) => retireQuestion(change, request.params.mechanismQuestionId))
    return reply.redirect('/mechanisms', 303)
  })
}

async function showAll(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const questions = await request.read(listQuestions)
  const mayAsk = request.actor.may.has('coordinate the partnership')
  return reply.page(MechanismsPage({ page: request.page(), questions, mayAsk, form }))
}

async function showOne(request: FastifyRequest<OfQuestion>, reply: FastifyReply, form: FormState<unknown>) {
  const { mechanismQuestionId } = request.params
  const shown = await request.read(async (reading) => ({
    question: await getQuestion(reading, mechanismQuestionId),
    earlier: await listEarlier(reading, mechanismQuestionId),
    groups: await groupsOf(reading),
  }))
  const mayAsk = request.actor.may.has('coordinate the partnership')
  const isDone = request.query.done === 'answered'
  return reply.page(QuestionPage({ page: request.page(), ...shown, mayAsk, form, isDone }))
}
