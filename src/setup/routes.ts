import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findPartnership } from '../agencies/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { filledForm, readForm, typedText, withProblems } from '../platform/web/form.ts'
import { actorBefore, passwordProblem, setSessionCookie, startSession } from '../sign-in/index.ts'
import { firstThings, thingsOf } from './first-things.ts'
import { setUpPartnership } from './set-up-partnership.ts'
import { SetupPage } from './views.tsx'

/** The first page of a new installation. Closed for good once there is a partnership. Audited by the function that does it. */
export async function setupRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app

  app.get('/setup', { config: { may: 'anyone' } }, async (request, reply) => {
    if (await findPartnership(database)) return reply.redirect('/sign-in', 303)
    const { locale } = request.page()
    const jurisdiction = { en: 'UK-EW', it: 'IT', nl: 'NL' }[locale]
    return reply.page(SetupPage({ page: request.page(), form: filledForm({ locale, jurisdiction }) }))
  })

  app.post<{ Body: unknown }>('/setup', { config: { may: 'anyone' } }, async (request, reply) => {
    if (await findPartnership(database)) return reply.redirect('/sign-in', 303)
    const form = readForm(firstThings, request.body)
    const password = typedText(form, 'password')
    const own = [typedText(form, 'adminName'), typedText(form, 'adminEmail'), typedText(form, 'name')]
    const problem = passwordProblem(password, own)
    const judged = problem ? withProblems(form, { field: 'password', message: problem }) : form
    if (!judged.valid) return reply.status(422).page(SetupPage({ page: request.page(), form: judged }))

    try {
      const { accountId, agencyId } = await setUpPartnership(database, thingsOf(judged.values), password)
      return await letIn(request, reply, accountId, agencyId)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'setup.done') return reply.redirect('/sign-in', 303)
      throw error
    }
  })
}

async function letIn(request: FastifyRequest, reply: FastifyReply, accountId: string, agencyId: string) {
  const browser = request.headers['user-agent'] ?? ''
  const actor = actorBefore(accountId, agencyId)
  setSessionCookie(reply, await startSession(request.server.database, actor, { address: request.ip, browser }))
  return reply.redirect('/settings', 303)
}
