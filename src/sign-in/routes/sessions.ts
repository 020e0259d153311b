import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findPartnership } from '../../agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, readForm, typedText } from '../../platform/web/form.ts'
import { ownPath } from '../back-path.ts'
import { placeOf } from '../passkeys/ceremonies.ts'
import { listProviderAgencies } from '../provider/queries.ts'
import { endSession } from '../queries/sessions.ts'
import { type Outcome, signIn } from '../sign-in.ts'
import { hashToken } from '../tokens.ts'
import { type Done, SignInPage, type SignInProps } from '../views/sign-in.tsx'
import { clearSessionCookie, sessionToken, setHalfCookie, setSessionCookie } from './cookies.ts'
import { isShared, originOf } from './origin.ts'

const dones: readonly Done[] = ['password', 'sign-out', 'shared', 'not-shared']

const credentials = z.object({
  email: z.string({ error: 'email.missing' }).trim().min(1, 'email.missing').max(254, 'email.form'),
  password: z.string({ error: 'password.enter' }).min(1, 'password.enter'),
})

interface Asked {
  Querystring: { back?: string; done?: string }
}

/** Signing in is audited by the functions that do it, denied tries too. */
export async function sessionRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app

  app.get<Asked>('/sign-in', { config: { may: 'anyone' } }, async (request, reply) => {
    const back = ownPath(request.query.back)
    if (request.optionalActor) return reply.redirect(back ?? '/', 303)
    if (!(await findPartnership(database))) return reply.redirect('/setup', 303)
    const done = dones.find((each) => each === request.query.done)
    return reply.page(await signInPage(request, { form: blankForm, back, done }))
  })

  app.post<{ Body: unknown }>('/sign-in', { config: { may: 'anyone' } }, async (request, reply) => {
    const form = readForm(credentials, request.body)
    const back = ownPath(typedText(form, 'back'))
    if (!form.valid) return reply.status(422).page(await signInPage(request, { form, back }))

    const outcome = await tryToSignIn(request, form.values)
    if (outcome === 'stopped') return reply.status(429).page(await signInPage(request, { form, back, isStopped: true }))
    if (outcome === 'needs passkey' || outcome === 'needs agency') {
      return reply.status(422).page(await signInPage(request, { form, back, needs: outcome }))
    }
    if ('half' in outcome) {
      setHalfCookie(reply, outcome.half)
      return reply.redirect(back ? `/sign-in/code?back=${encodeURIComponent(back)}` : '/sign-in/code', 303)
    }
    if (!('token' in outcome)) {
      return reply.status(422).page(await signInPage(request, { form, back, triesLeft: outcome.triesLeft }))
    }
    await endPresent(request)
    setSessionCookie(reply, outcome.token)
    return reply.redirect(back ?? '/sign-in', 303) // which knows by now where their first page is
  })

  app.post('/sign-out', { config: { may: 'anyone' } }, async (request, reply) => {
    await endPresent(request)
    clearSessionCookie(reply)
    // Not "storage": notes that were sealed on a wing without a network wait there for their authors. What follows forgets the rest.
    return reply.header('clear-site-data', '"cache"').redirect('/sign-in?done=sign-out', 303)
  })

  app.post<{ Body: { back?: unknown } | undefined }>(
    '/session/proof',
    { config: { may: 'signed-in', looks: 'none', asksAgain: true, isOpenFirst: true } },
    async (request, reply) => reply.redirect(ownPath(String(request.body?.back ?? '')) ?? '/', 303),
  )

  // Asking is enough: who signed in is looked up for every request, and that says that they are still there.
  app.route({
    method: ['GET', 'POST'],
    url: '/session/keep-alive',
    config: { may: 'signed-in', looks: 'none', isOpenFirst: true },
    handler: async (_request, reply) => reply.status(204).send(),
  })
}

async function tryToSignIn(request: FastifyRequest, values: z.infer<typeof credentials>): Promise<Outcome | 'stopped'> {
  return signIn(request.server.database, { ...values, ...originOf(request) }).catch((error) => {
    if (error instanceof Refusal && error.kind === 'too many') return 'stopped'
    throw error
  })
}

/** The page of signing in, with every door that this site has. */
export async function signInPage(
  request: FastifyRequest,
  rest: Omit<SignInProps, 'page' | 'hasPasskeys' | 'hasProviders' | 'isShared'>,
) {
  const { database, site } = request.server
  const hasPasskeys = Boolean(placeOf(site.publicUrl))
  const hasProviders = (await listProviderAgencies(database)).length > 0
  return SignInPage({ page: request.page(), hasPasskeys, hasProviders, isShared: isShared(request), ...rest })
}

/** Whoever signs in again or out leaves no session behind. */
export async function endPresent(request: FastifyRequest): Promise<void> {
  const { database } = request.server
  const token = sessionToken(request)
  if (token) await endSession(database, hashToken(token), database.clock.now())
}
