import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm } from '../../platform/web/form.ts'
import { clearSessionCookie } from './cookies.ts'
import { setShared } from './origin.ts'
import { signInPage } from './sessions.ts'

const asked = z.object({ computer: z.enum(['shared', 'own']).catch('shared') })
const anyone = { config: { may: 'anyone' as const } }

/** A computer that several people use is said to be one once, by whoever sits at it; every session that begins there is short. */
export async function sharedComputerRoutes(app: FastifyInstance): Promise<void> {
  app.post('/sign-in/computer', anyone, async (request, reply) => {
    const { computer } = asked.parse(request.body ?? {})
    setShared(reply, computer === 'shared')
    return reply.redirect(`/sign-in?done=${computer === 'shared' ? 'shared' : 'not-shared'}`, 303)
  })

  // The session is over by then: nothing has to be ended, only forgotten. Sealed notes of the wing stay for their authors.
  app.get('/sign-in/over', anyone, async (request, reply) => {
    clearSessionCookie(reply)
    request.optionalActor = undefined
    reply.header('clear-site-data', '"cache"')
    return reply.page(await signInPage(request, { form: blankForm, back: undefined, done: 'over' }))
  })
}
