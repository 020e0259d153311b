import { getPartnership } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { move, record } from './answer-referral.ts'
import { updateReferral } from './queries/answers.ts'
import { getReferral, type Referral } from './queries/referrals.ts'
import { tellReceiver, tellSender } from './tell.ts'

const msInDay = 86_400_000

/**
 * Reminds a service that somebody waits for its answer, and tells the sender. The system does it for the sending agency.
 *
 * @throws Refusal `referral.nothing-due` when it was answered, or chased, in the meantime.
 */
export async function chaseReferral(change: Change, id: string): Promise<void> {
  const { chaseAfterDays } = await getPartnership(change)
  const referral = await getWaiting(change, id)
  const since = referral.chasedAt ?? referral.sentAt
  if (change.now.getTime() < since.getTime() + chaseAfterDays * msInDay) throw nothingDue()

  const chased = { chased_at: change.now, chased_count: referral.chasedCount + 1 }
  if (!(await updateReferral(change, id, referral.version, chased))) throw nothingDue()
  record(change, referral, 'referral.chased', { count: referral.chasedCount + 1 })
  await tellReceiver(change, referral, 'chased')
  await tellSender(change, referral, 'chased')
}

/** Closes a referral that nobody answered in time, and tells both ends. @throws Refusal `referral.nothing-due` */
export async function expireReferral(change: Change, id: string): Promise<void> {
  const referral = await getWaiting(change, id)
  if (referral.expiresAt > change.now) throw nothingDue()
  await move(change, referral, 'EXPIRED', { expired_at: change.now })
  await tellSender(change, referral, 'expired')
}

async function getWaiting(change: Change, id: string): Promise<Referral> {
  const referral = await getReferral(change, id)
  const isAnswered = referral.status !== 'SENT' && referral.status !== 'RECEIVED'
  const isAsking = referral.askedAt !== null && referral.repliedAt === null
  if (isAnswered || isAsking) throw nothingDue()
  return referral
}

const nothingDue = () => new Refusal('conflict', 'referral.nothing-due')
