import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm } from '../../platform/web/form.ts'
import { endReferral, withdrawReferral } from '../end-referral.ts'
import { endForm, withdrawForm } from '../forms.ts'
import { mayMove, type ReferralState, sidesOf } from '../referral-states.ts'
import { EndReferralPage, WithdrawReferralPage } from '../views/end.tsx'
import { doAndShow, type OfReferral, readReferral } from './referral-routes.ts'

const personal = { config: { may: 'work on cases', looks: 'personal' as const } }
const working = { config: { may: 'work on cases', looks: 'none' as const } }

/** Ending a service with what came of it, and taking a referral back. */
export async function endRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfReferral>('/referrals/:referralId/end', personal, async (request, reply) => {
    const found = await readFor(request, ['COMPLETED', 'ENDED_EARLY'])
    const kind = mayMove(found.referral.status, 'COMPLETED', found.sides) ? '' : 'ENDED_EARLY'
    return reply.page(EndReferralPage({ page: request.page(), ...found, form: filledForm({ kind }) }))
  })

  app.post<OfReferral>('/referrals/:referralId/end', working, async (request, reply) => {
    const { referral } = await request.read((reading) => readReferral(reading, request.params.referralId))
    const form = readForm(endForm(referral.desiredOutcomes), request.body)
    const sides = sidesOf(request.actor.agencyId, referral)
    if (!form.valid) return reply.status(422).page(EndReferralPage({ page: request.page(), referral, sides, form }))
    return doAndShow(request, reply, (change, id, version) => endReferral(change, id, version, form.values), form)
  })

  app.get<OfReferral>('/referrals/:referralId/withdraw', personal, async (request, reply) => {
    const found = await readFor(request, ['WITHDRAWN'])
    return reply.page(WithdrawReferralPage({ page: request.page(), ...found, form: blankForm }))
  })

  app.post<OfReferral>('/referrals/:referralId/withdraw', working, async (request, reply) => {
    const form = readForm(withdrawForm, request.body)
    if (!form.valid)
      return reply.status(422).page(WithdrawReferralPage({ page: request.page(), ...(await again(request, form)) }))
    return doAndShow(request, reply, (change, id, version) => withdrawReferral(change, id, version, form.values), form)
  })
}

/** The referral, when one of these moves is this agency's to make. */
async function readFor(request: FastifyRequest<OfReferral>, moves: ReferralState[]) {
  const { referral } = await request.read((reading) => readReferral(reading, request.params.referralId))
  const sides = sidesOf(request.actor.agencyId, referral)
  if (sides.length === 0) throw new Refusal('not allowed', 'referral.not-theirs')
  if (!moves.some((to) => mayMove(referral.status, to, sides))) throw new Refusal('conflict', 'referral.moved-on')
  return { referral, sides }
}

async function again(request: FastifyRequest<OfReferral>, form: FormState<unknown>) {
  const { referral } = await request.read((reading) => readReferral(reading, request.params.referralId))
  return { referral, sides: sidesOf(request.actor.agencyId, referral), form }
}
