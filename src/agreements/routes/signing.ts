import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { version } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, readForm } from '../../platform/web/form.ts'
import { listEffects } from '../../sight/index.ts'
import { signature } from '../agreement-form.ts'
import { mayEnd, stateOn } from '../agreement-states.ts'
import { offerAgreement } from '../draft-agreement.ts'
import { endAgreement } from '../end-agreement.ts'
import { getAgreement } from '../queries/agreements.ts'
import { isToSign, signAgreement } from '../sign-agreement.ts'
import { EffectPage, EndPage } from '../views/effect-page.tsx'
import { coordinates, type OfAgreement, seen } from './agreements.ts'

const onlyVersion = z.object({ version })
const signs = { config: { may: 'sign agreements', looks: 'none', asksAgain: true } } as const

/** What would change, and then: offering, signing, ending. Counts alone are shown, and nobody's data. */
export async function signingRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfAgreement>('/agreements/:agreementId/effect', seen, async (request, reply) =>
    showEffect(request, reply, filledForm({ name: request.actor.name })),
  )

  app.post<OfAgreement>('/agreements/:agreementId/offer', coordinates, async (request, reply) => {
    const { agreementId: id } = request.params
    const form = readForm(onlyVersion, request.body)
    await request.change((change) => offerAgreement(change, { id, version: form.valid ? form.values.version : 0 }))
    return reply.redirect(`/agreements/${id}?done=offered`, 303)
  })

  app.post<OfAgreement>('/agreements/:agreementId/signature', signs, async (request, reply) => {
    const { agreementId: id } = request.params
    const form = readForm(signature, request.body)
    if (!form.valid) return showEffect(request, reply.status(422), form)
    const isInForce = await request.change((change) => signAgreement(change, id, form.values))
    return reply.redirect(`/agreements/${id}?done=${isInForce ? 'in-force' : 'signed'}`, 303)
  })

  app.get<OfAgreement>('/agreements/:agreementId/end', coordinates, async (request, reply) => {
    const { agreement, effects } = await readEffects(request, true)
    const state = stateOn(dayAt(app.database.clock.now()), agreement)
    if (!mayEnd(state)) throw new Refusal('conflict', 'agreement.over')
    return reply.page(EndPage({ page: request.page(), may: request.actor.may, agreement, state, effects }))
  })

  app.post<OfAgreement>('/agreements/:agreementId/end', coordinates, async (request, reply) => {
    const { agreementId: id } = request.params
    await request.change((change) => endAgreement(change, id))
    return reply.redirect(`/agreements/${id}?done=ended`, 303)
  })
}

function readEffects(request: FastifyRequest<OfAgreement>, isEnding: boolean) {
  return request.read(async (reading) => ({
    agreement: await getAgreement(reading, request.params.agreementId),
    effects: await listEffects(reading, request.params.agreementId, isEnding),
  }))
}

async function showEffect(
  request: FastifyRequest<OfAgreement>,
  reply: FastifyReply,
  form: Pick<FormState<unknown>, 'typed' | 'problems'>,
) {
  const { agreement, effects } = await readEffects(request, false)
  const now = request.server.database.clock.now()
  const { may, agencyId, agencyName } = request.actor
  const isOurs = may.has('sign agreements') && isToSign(agreement, agencyId, now)
  const state = stateOn(dayAt(now), agreement)
  return reply.page(EffectPage({ page: request.page(), may, agreement, state, effects, isOurs, agencyName, form }))
}
