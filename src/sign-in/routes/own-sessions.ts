import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm, withProblems } from '../../platform/web/form.ts'
import { endOneSession, endOtherSessions } from '../end-sessions.ts'
import { listOwnSessions } from '../queries/sessions.ts'
import { changePassword, countOwnTry, findOwnProblem } from '../set-password.ts'
import { ChangePasswordPage } from '../views/change-password.tsx'
import { SessionsPage } from '../views/sessions.tsx'

const newPassword = z.object({
  old: z.string({ error: 'password.enter' }).min(1, 'password.enter'),
  password: z.string({ error: 'password.missing' }).min(1, 'password.missing'),
})

const mine = { config: { may: 'signed-in', looks: 'none' as const } }

interface Asked {
  Querystring: { done?: string }
}

/** One's own password and sessions. Each change is an event in one's own name. */
export async function ownSessionRoutes(app: FastifyInstance): Promise<void> {
  app.get<Asked>('/account/password', mine, async (request, reply) => {
    const isDone = request.query.done !== undefined
    return reply.page(ChangePasswordPage({ page: request.page(), form: blankForm, isDone }))
  })

  app.post<{ Body: unknown }>('/account/password', mine, async (request, reply) => {
    const form = readForm(newPassword, request.body)
    const page = request.page()
    if (!form.valid) return reply.status(422).page(ChangePasswordPage({ page, form }))

    const { old, password } = form.values
    await countOwnTry(app.database, request.actor.userId)
    const problem = await request.read((reading) => findOwnProblem(reading, { old, fresh: password }))
    if (!problem) {
      await request.change((change) => changePassword(change, password))
      return reply.redirect('/account/password?done', 303)
    }
    const field = problem === 'password.wrong' ? 'old' : 'password'
    return reply.status(422).page(ChangePasswordPage({ page, form: withProblems(form, { field, message: problem }) }))
  })

  app.get<Asked>('/account/sessions', mine, async (request, reply) => {
    const sessions = await request.read(listOwnSessions)
    const { sessionId } = request.actor
    const isDone = request.query.done !== undefined
    return reply.page(SessionsPage({ page: request.page(), sessions, presentId: sessionId, isDone }))
  })

  app.post('/account/sessions/others/end', mine, async (request, reply) => {
    await request.change(endOtherSessions)
    return reply.redirect('/account/sessions?done', 303)
  })

  app.post<{ Params: { sessionId: string } }>('/account/sessions/:sessionId/end', mine, async (request, reply) => {
    await request.change((change) => endOneSession(change, request.params.sessionId))
    return reply.redirect('/account/sessions?done', 303)
  })
}
