import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import { answerHandover, readHandover } from '../queries/handover.ts'
import { HandoverPage } from '../views/handover-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit
const answerForm = z
  .object({
    answer: z.enum(['yes', 'no'], { error: 'handover.answer-missing' }),
    words: optionalText(2_000, 'say.words-long'),
  })
  .refine(({ answer, words }) => answer === 'yes' || words !== '', { path: ['words'], error: 'handover.words-missing' })

/** Where the person reads about the meeting in which they are handed over, and says whether they agree. */
export async function ownHandoverRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/handover', forPerson, async (request, reply) => {
    const found = await readHandover(database, tokenOf(request), request.id)
    if (!found) return reply.redirect('/me', 303)
    const isDone = request.query.done === 'said'
    return answer(reply).page(HandoverPage({ page: pageOf(request), found, form: blankForm, isDone }))
  })

  app.post('/me/handover', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(answerForm, request.body)
    if (form.valid) {
      const { answer: said, words } = form.values
      const isKept = await answerHandover(database, tokenOf(request), { agrees: said === 'yes', words }, request.id)
      if (isKept) return reply.redirect('/me/handover?done=said', 303)
    }
    const found = await readHandover(database, tokenOf(request), request.id)
    if (found && !form.valid) return answer(reply.status(422)).page(HandoverPage({ page, found, form, isDone: false }))
    const told = withProblems(form, { field: 'words', message: found ? 'handover.not-kept' : 'say.over' })
    return reply.status(403).page(HandoverPage({ page, found: found ?? 'none', form: told, isDone: false }))
  })
}
