import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleagues } from '../../agencies/index.ts'
import { getCaseFrame } from '../../cases/index.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm } from '../../platform/web/form.ts'
import { acceptReferral, askSender, declineReferral, receiveReferral, replyToReceiver } from '../answer-referral.ts'
import { startReferral } from '../end-referral.ts'
import { answerForm, replyForm, seenVersion } from '../forms.ts'
import { listOutcomes } from '../queries/placing.ts'
import { getReferral } from '../queries/referrals.ts'
import { mayMove, sidesOf } from '../referral-states.ts'
import { ReferralPage, type ReferralPageProps } from '../views/referral.tsx'

export type OfReferral = { Params: { referralId: string } }
const personal = { config: { may: 'see cases', looks: 'personal' as const } }
const working = { config: { may: 'work on cases', looks: 'none' as const } }

/** One referral: read, answered, replied to, started. */
export async function referralPageRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfReferral>('/referrals/:referralId', personal, async (request, reply) => {
    const { referralId } = request.params
    const shown = await request.read((reading) => getReferral(reading, referralId))
    const isFirstOpening = mayMove(shown.status, 'RECEIVED', sidesOf(request.actor.agencyId, shown)) && shown.toAgencyId
    if (isFirstOpening && request.actor.may.has('work on cases')) await noteOpening(request, referralId)
    const { sent, saved, answer } = flags.parse(request.query)
    const notice = sent ? 'sent' : saved ? 'saved' : undefined
    return reply.page(ReferralPage(await readPage(request, { notice, form: filledForm({ answer }) })))
  })

  app.post<OfReferral>('/referrals/:referralId/answer', working, async (request, reply) => {
    const form = readForm(answerForm, request.body)
    if (!form.valid) return reply.status(422).page(ReferralPage(await readPage(request, { form })))
    const { answer, question, ...given } = form.values
    const work = (change: Change, id: string, version: number) => {
      if (answer === 'yes') return acceptReferral(change, id, version, given)
      if (answer === 'no') return declineReferral(change, id, version, given)
      return askSender(change, id, version, question)
    }
    return doAndShow(request, reply, work, form)
  })

  app.post<OfReferral>('/referrals/:referralId/reply', working, async (request, reply) => {
    const form = readForm(replyForm, request.body)
    if (!form.valid) return reply.status(422).page(ReferralPage(await readPage(request, { form })))
    return doAndShow(
      request,
      reply,
      (change, id, version) => replyToReceiver(change, id, version, form.values.reply),
      form,
    )
  })

  app.post<OfReferral>('/referrals/:referralId/start', working, (request, reply) =>
    doAndShow(request, reply, startReferral),
  )
}

const flag = z.literal('yes').optional().catch(undefined)
const flags = z.object({ sent: flag, saved: flag, answer: z.enum(['yes', 'no']).optional().catch(undefined) })

/** Two colleagues may open it at the same moment: one opening is enough. */
async function noteOpening(request: FastifyRequest, referralId: string): Promise<void> {
  try {
    await request.change((change) => receiveReferral(change, referralId))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

type Work = (change: Change, id: string, version: number) => Promise<void>

/** Does it and leads to the referral; when somebody was faster, shows how it stands with what was typed kept. */
export async function doAndShow(
  request: FastifyRequest<OfReferral>,
  reply: FastifyReply,
  work: Work,
  form: FormState<unknown> = blankForm,
) {
  const { referralId } = request.params
  const { version } = seenVersion.parse(request.body ?? {})
  try {
    await request.change((change) => work(change, referralId, version))
  } catch (error) {
    const isLate = error instanceof Refusal && ['referral.changed-meanwhile', 'referral.moved-on'].includes(error.code)
    if (!isLate) throw error
    return reply.status(409).page(ReferralPage(await readPage(request, { form, notice: 'meanwhile' })))
  }
  return reply.redirect(`/referrals/${referralId}?saved=yes`, 303)
}

async function readPage(
  request: FastifyRequest<OfReferral>,
  { form = blankForm, notice }: { form?: FormState<unknown>; notice?: ReferralPageProps['notice'] },
): Promise<ReferralPageProps> {
  const { actor } = request
  const found = await request.read((reading) => readReferral(reading, request.params.referralId))
  return { page: request.page(), ...found, sides: sidesOf(actor.agencyId, found.referral), form, notice }
}

/** A referral with what the reader may know of its person; that it was looked at is kept. */
export async function readReferral(reading: Reading, referralId: string) {
  const { actor } = reading
  const referral = await getReferral(reading, referralId)
  const outcomes = await listOutcomes(reading, referralId)
  const frame = referral.shownName === null ? undefined : await getCaseFrame(reading, referral.caseId)
  const mayAnswer = mayMove(referral.status, 'ACCEPTED', sidesOf(actor.agencyId, referral))
  const colleagues = mayAnswer ? await listColleagues(reading, actor.agencyId) : []
  const fieldGroups = frame ? (['identity', 'custody', 'referrals'] as const) : (['referrals'] as const)
  reading.look({ action: 'consult', personIds: [referral.personId], caseIds: [referral.caseId], fieldGroups })
  return { referral, outcomes, frame, colleagues: colleagues.map(({ name }) => name) }
}
