import { createHash } from 'node:crypto'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { currencyOf } from './kinds.ts'
import { findSameJourney, findSameReceipt, getClaim, insertClaim, insertReceipt, type NewClaim, updateClaimWithdrawn, updateDecided } from './queries/claims.ts' // biome-ignore format: one line

import { getFund } from './queries/funds.ts'

export const receiptHash = (sent: Uint8Array): Buffer => createHash('sha256').update(sent).digest()

/**
 * Claims a journey, or what a receipt shows.
 *
 * @param receipt - a picture that was drawn anew, and the hash of what was sent.
 * @returns the id.
 * @throws Refusal `fund.not-found`; `claim.currency` where the rate is in another than the fund; `claim.twice`, with the id of the first, for a journey that is claimed already unless they said that it is another, and for a
 *   receipt that was sent before.
 */
export async function claimExpense(
  change: Change,
  claim: NewClaim,
  receipt?: { bytes: Uint8Array; hash: Buffer } | undefined,
): Promise<string> {
  const { journey, isAnother, spentOn, fundId } = claim
  const { currency } = await getFund(change, fundId, dayAt(change.now))
  if (journey && currencyOf(journey.unit) !== currency) throw new Refusal('conflict', 'claim.currency')
  const first = journey ? !isAnother && (await findSameJourney(change, spentOn, journey)) : receipt && (await findSameReceipt(change, receipt.hash)) // biome-ignore format: one line
  if (first) throw new Refusal('conflict', 'claim.twice', { claimId: first.id })
  const id = newId()
  await insertClaim(change, id, claim)
  if (receipt) await insertReceipt(change, id, receipt.bytes, receipt.hash)
  change.record({ name: 'expense.claimed', subjectId: id, fieldGroup: 'administration', details: { fundId } })
  return id
}

/** Takes one's own back while nobody decided. @throws Refusal `claim.decided` */
export async function withdrawClaim(change: Change, id: string): Promise<void> {
  if (!(await updateClaimWithdrawn(change, id))) throw new Refusal('conflict', 'claim.decided')
  change.record({ name: 'expense.withdrawn', subjectId: id, fieldGroup: 'administration' })
}

/** Says yes or no to somebody else's. @throws Refusal `claim.not-found`, `claim.own`, `claim.decided` */
export async function decideClaim(
  change: Change,
  id: string,
  decision: 'APPROVED' | 'DECLINED',
  words: string,
): Promise<void> {
  const { claimantId } = await getClaim(change, id)
  if (claimantId === change.actor.userId) throw new Refusal('not allowed', 'claim.own')
  if (!(await updateDecided(change, id, decision, words))) throw new Refusal('conflict', 'claim.decided')
  change.record({ name: 'expense.decided', subjectId: id, fieldGroup: 'administration', details: { decision } })
}
