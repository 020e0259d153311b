import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm } from '../../platform/web/form.ts'
import { answerLicence, readLicence } from '../queries/licence.ts'
import { OwnLicencePage } from '../views/licence-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit
const answerForm = z.object({ understood: z.enum(['yes', 'no'], { error: 'licence.answer-missing' }) })

/** Where the person reads what their licence asks of them, and says whether they understand it. */
export async function ownLicenceRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/licence', forPerson, async (request, reply) => {
    const licence = await readLicence(database, tokenOf(request), request.id)
    if (!licence) return reply.redirect('/me', 303)
    const isDone = request.query.done === 'said'
    return answer(reply).page(OwnLicencePage({ page: pageOf(request), licence, form: blankForm, isDone }))
  })

  app.post('/me/licence', forPerson, async (request, reply) => {
    const form = readForm(answerForm, request.body)
    if (form.valid) {
      const isKept = await answerLicence(database, tokenOf(request), form.values.understood === 'yes', request.id)
      return reply.redirect(isKept ? '/me/licence?done=said' : '/me', 303)
    }
    const licence = await readLicence(database, tokenOf(request), request.id)
    if (!licence) return reply.redirect('/me', 303)
    return answer(reply.status(422)).page(OwnLicencePage({ page: pageOf(request), licence, form, isDone: false }))
  })
}
