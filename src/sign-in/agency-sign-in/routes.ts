import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type FormState, filledForm, readForm } from '../../platform/web/form.ts'
import { placeOf } from '../passkeys/ceremonies.ts'
import { findOwnProvider } from '../provider/queries.ts'
import type { SignedIn } from '../who-is.ts'
import { countWithoutSecondStep, findSecondStepSince } from './queries.ts'
import { requireSecondStep } from './require-second-step.ts'
import { AgencySignInPage } from './views/agency-sign-in.tsx'
import { FirstPage } from './views/first.tsx'

const rule = z.object({ required: z.enum(['yes', 'no'], { error: 'agency.step.missing' }) })
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }
const changing = { config: { ...administrators.config, asksAgain: true } }

/** How an agency has its workers sign in. Each change is an event, and asks who the administrator is (T26). */
export async function agencySignInRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/sign-in', administrators, async (request, reply) => {
    const since = await request.read(findSecondStepSince)
    return show(request, reply, filledForm({ required: since ? 'yes' : 'no' }), request.query.done !== undefined)
  })

  app.post('/settings/sign-in/second-step', changing, async (request, reply) => {
    const form = readForm(rule, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => requireSecondStep(change, form.values.required === 'yes'))
    return reply.redirect('/settings/sign-in?done', 303)
  })

  app.get(
    '/account/second-step/first',
    { config: { may: 'signed-in', looks: 'none', isOpenFirst: true } },
    async (request, reply) => {
      const { lacksSecondStep } = request.actor as SignedIn
      const mayHavePasskey = Boolean(placeOf(app.site.publicUrl))
      return reply.page(FirstPage({ page: request.page(), isDone: !lacksSecondStep, mayHavePasskey }))
    },
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, isDone = false) {
  const { without, issuer } = await request.read(async (reading) => ({
    without: await countWithoutSecondStep(reading),
    issuer: (await findOwnProvider(reading))?.issuer,
  }))
  return reply.page(AgencySignInPage({ page: request.page(), may: request.actor.may, form, without, issuer, isDone }))
}
