import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import { readSought } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../platform/web/form.ts'
import { countTry } from '../sign-in/index.ts'
import { askKnownHere, purposes, type Question } from './ask-known-here.ts'
import { getAsked, getCaseOf, listDesks, listOwnQuestions, listQuestionsAbout } from './queries.ts'
import { AboutPage } from './views/about-page.tsx'
import { AnswerPage } from './views/answer-page.tsx'
import { AskPage } from './views/ask-page.tsx'

const rowsOfPage = 50
const mostOfWorker = 10 // in 15 minutes
const mostOfAgency = 40
const question = z.object({
  askedAgencyId: z.uuid({ error: 'problem.agency' }),
  purpose: z.enum(purposes, { error: 'problem.purpose' }),
  number: optionalText(40, 'problem.number'),
  givenName: optionalText(80, 'problem.long'),
  familyName: optionalText(80, 'problem.long'),
})
const asks = { config: { may: 'ask known here', looks: 'none' } } as const

/** Asking an agency whether it knows a person, and who asked about a person. */
export async function knownHereRoutes(app: FastifyInstance): Promise<void> {
  app.get('/known-here', asks, (request, reply) => show(request, reply, blankForm))

  app.post('/known-here', asks, async (request, reply) => {
    const { actor } = request
    const form = readQuestion(request.body, app.database.clock.now().getUTCFullYear())
    if (!form.valid) return show(request, reply.status(422), form)
    const left = await countTry(
      app.database,
      { key: `known-here ${actor.userId}`, most: mostOfWorker },
      { key: `known-here agency ${actor.agencyId}`, most: mostOfAgency },
    )
    if (left < 0) throw new Refusal('too many', 'known-here.too-many')
    const id = await request.change((change) => askKnownHere(change, form.values))
    return reply.redirect(`/known-here/${id}`, 303)
  })

  app.get<{ Params: { questionId: string } }>('/known-here/:questionId', asks, async (request, reply) => {
    const asked = await request.read((reading) => getAsked(reading, request.params.questionId))
    return reply.page(AnswerPage({ page: request.page(), asked }))
  })

  app.get<{ Params: { personId: string } }>(
    '/people/:personId/known-here',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { personId } = request.params
      const shown = await request.read(async (reading) => {
        const frame = await getCaseFrame(reading, await getCaseOf(reading, personId))
        reading.look({ action: 'consult', personIds: [personId], caseIds: [frame.caseId], fieldGroups: ['identity'] })
        return { frame, questions: await listQuestionsAbout(reading, personId, rowsOfPage) }
      })
      return reply.page(AboutPage({ page: request.page(), ...shown }))
    },
  )
}

/** A number, or the whole name and the date of birth: a question about anybody alike is not answered. */
function readQuestion(body: unknown, year: number): FormState<Question> {
  const read = readForm(question, body)
  const { typed, problems } = read
  const refused = (field: string, message: string) =>
    withProblems<Question>({ valid: false, typed, problems }, { field, message })
  const bornOn = readDay(read, 'bornOn')
  if (bornOn === undefined) return refused('bornOn', 'problem.born')
  if (!read.valid) return { valid: false, typed, problems }
  const { number, ...rest } = read.values
  const numbers = number === '' ? [] : readSought(number, year).numbers
  if (number !== '' && numbers.length === 0) return refused('number', 'problem.number')
  const isNamed = rest.givenName !== '' && rest.familyName !== '' && bornOn !== null
  if (numbers.length === 0 && !isNamed) return refused('number', 'problem.who')
  return { ...read, values: { ...rest, numbers, bornOn } }
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => ({
    desks: await listDesks(reading),
    own: await listOwnQuestions(reading, rowsOfPage),
  }))
  return reply.page(AskPage({ page: request.page(), form, ...shown }))
}
