import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { hashOf } from './answer-link.ts'
import { acceptReferral, declineReferral } from './answer-referral.ts'
import { useLink } from './queries/links.ts'
import { getReferral } from './queries/referrals.ts'
import type { DeclineReason } from './reasons.ts'

export type LinkAnswer =
  | { answer: 'yes'; startsOn: Day | null; name: string }
  | { answer: 'no'; reason: DeclineReason; words: string; name: string }

/**
 * Keeps the answer that somebody without an account gave by a signed link. The system does it for the sending agency, which
 * speaks for such a provider.
 *
 * @throws Refusal `link.used` when the link was used or is too old; `referral.moved-on` when it waits for no answer any more.
 */
export async function answerByLink(change: Change, token: string, given: LinkAnswer): Promise<void> {
  const referralId = await useLink(change, hashOf(token))
  if (!referralId) throw new Refusal('conflict', 'link.used')
  const { version } = await getReferral(change, referralId)

  const byName = given.name
  if (given.answer === 'no') return declineReferral(change, referralId, version, { ...given, byName })
  await acceptReferral(change, referralId, version, { startsOn: given.startsOn, workerName: given.name, byName })
}
