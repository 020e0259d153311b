import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Step, updateReferral } from './queries/answers.ts'
import { getReferral, type Referral } from './queries/referrals.ts'
import type { DeclineReason } from './reasons.ts'
import { mayMove, type ReferralState, sidesOf } from './referral-states.ts'
import { tellReceiver, tellSender } from './tell.ts'

/** Notes that the receiving agency opened the referral for the first time. Does nothing when it has been opened. */
export async function receiveReferral(change: Change, id: string): Promise<void> {
  const referral = await getReferral(change, id)
  if (!mayMove(referral.status, 'RECEIVED', sidesOf(change.actor.agencyId, referral))) return
  await move(change, referral, 'RECEIVED', { received_at: change.now, received_by: change.actor.userId })
}

/**
 * Says yes: the receiving agency may then work on the case.
 *
 * @param answer.workerName - who will see to it.
 * @throws Refusal `referral.not-found`; `referral.not-theirs`; `referral.moved-on` when it is no longer waiting for an answer;
 *   `referral.changed-meanwhile` when somebody else answered first.
 */
export async function acceptReferral(
  change: Change,
  id: string,
  version: number,
  answer: { startsOn: Day | null; workerName: string; byName?: string },
): Promise<void> {
  const referral = await getAt(change, id, version)
  await move(change, referral, 'ACCEPTED', {
    accepted_at: change.now,
    ...decider(change, answer.byName),
    starts_on: answer.startsOn,
    named_worker: answer.workerName,
  })
  await tellSender(change, referral, 'accepted')
}

/** Says no, and why; the agency then sees nothing of the case any more. @throws Refusal as acceptReferral does */
export async function declineReferral(
  change: Change,
  id: string,
  version: number,
  answer: { reason: DeclineReason; words: string; byName?: string },
): Promise<void> {
  const referral = await getAt(change, id, version)
  await move(
    change,
    referral,
    'DECLINED',
    {
      declined_at: change.now,
      ...decider(change, answer.byName),
      decline_reason: answer.reason,
      decline_words: answer.words,
    },
    { reason: answer.reason },
  )
  await tellSender(change, referral, 'declined')
}

/** Asks the sender something before answering: nothing is chased and nothing expires until they reply. @throws as acceptReferral */
export async function askSender(change: Change, id: string, version: number, question: string): Promise<void> {
  const referral = await getAt(change, id, version)
  if (!mayMove(referral.status, 'ACCEPTED', sidesOf(change.actor.agencyId, referral)))
    throw new Refusal('conflict', 'referral.moved-on')
  await keep(change, referral, { question, asked_at: change.now, reply: null, replied_at: null })
  record(change, referral, 'referral.asked')
  await tellSender(change, referral, 'asked')
}

/** Replies to the receiver's question; the clock goes on where it stood. @throws as acceptReferral */
export async function replyToReceiver(change: Change, id: string, version: number, reply: string): Promise<void> {
  const referral = await getAt(change, id, version)
  const isAsked = referral.askedAt !== null && referral.repliedAt === null
  if (!isAsked || !mayMove(referral.status, 'WITHDRAWN', sidesOf(change.actor.agencyId, referral))) {
    throw new Refusal('conflict', 'referral.moved-on')
  }
  const stoodStill = change.now.getTime() - referral.askedAt!.getTime()
  const expiresAt = new Date(referral.expiresAt.getTime() + stoodStill)
  await keep(change, referral, { reply, replied_at: change.now, expires_at: expiresAt })
  record(change, referral, 'referral.replied')
  await tellReceiver(change, referral, 'replied')
}

/** Who said it: the worker, or by a signed link whoever gave their name. */
const decider = ({ actor }: Change, byName: string | undefined) =>
  byName === undefined
    ? { decided_by: actor.userId, decided_by_name: actor.name }
    : { decided_by: null, decided_by_name: byName }

/** The referral as the worker saw it. */
export async function getAt(change: Change, id: string, version: number): Promise<Referral> {
  const referral = await getReferral(change, id)
  if (referral.version !== version) throw new Refusal('conflict', 'referral.changed-meanwhile', { referralId: id })
  return referral
}

/** Takes a referral from its state to another, if that is this agency's to do. */
export async function move(
  change: Change,
  referral: Referral,
  to: ReferralState,
  step: Step,
  details: Record<string, unknown> = {},
): Promise<void> {
  const sides = sidesOf(change.actor.agencyId, referral)
  if (sides.length === 0) throw new Refusal('not allowed', 'referral.not-theirs')
  if (!mayMove(referral.status, to, sides))
    throw new Refusal('conflict', 'referral.moved-on', { status: referral.status })
  await keep(change, referral, step)
  record(change, referral, `referral.${to.toLowerCase().replace('_', '-')}`, details)
}

async function keep(change: Change, referral: Referral, step: Step): Promise<void> {
  const isKept = await updateReferral(change, referral.id, referral.version, step)
  if (!isKept) throw new Refusal('conflict', 'referral.changed-meanwhile', { referralId: referral.id })
}

export function record(change: Change, referral: Referral, name: string, details: Record<string, unknown> = {}): void {
  const { id, caseId, personId, pathway, serviceId, needId, toAgencyId, reference } = referral
  change.record({
    name,
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'referrals',
    details: { pathway, serviceId, needId, toAgencyId, reference, ...details },
  })
}
