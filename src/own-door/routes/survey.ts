import type { FastifyInstance } from 'fastify'
import { blankForm, typedBody, typedText, withProblems } from '../../platform/web/form.ts'
import { readAnswers } from '../../surveys/index.ts'
import { answerSurvey, readSurvey } from '../queries/survey.ts'
import { OwnSurveyPage } from '../views/survey-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit

/** Where the person answers the survey of this quarter, without their name (R156). */
export async function ownSurveyRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/survey', forPerson, async (request, reply) => {
    const survey = await readSurvey(database, tokenOf(request))
    if (survey === undefined) return reply.redirect('/me', 303)
    const isDone = request.query.done === 'said'
    return answer(reply).page(OwnSurveyPage({ page: pageOf(request), survey, form: blankForm, isDone }))
  })

  app.post('/me/survey', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const survey = await readSurvey(database, tokenOf(request))
    if (survey === undefined) return reply.redirect('/me', 303)
    if (survey === null) return reply.redirect('/me/survey?done=said', 303)
    const form = { ...blankForm, typed: typedBody.parse(request.body) }
    const answers = readAnswers(survey.items, (field) => typedText(form, field))
    if (Object.keys(answers).length === 0) {
      const told = withProblems(form, { field: `item-${survey.items[0]!.key}`, message: 'survey.nothing' })
      return answer(reply.status(422)).page(OwnSurveyPage({ page, survey, form: told, isDone: false }))
    }
    await answerSurvey(database, tokenOf(request), survey, answers, request.id)
    return reply.redirect('/me/survey?done=said', 303)
  })
}
