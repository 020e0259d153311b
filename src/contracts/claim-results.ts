import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  type Claim, type Decision, getClaim, insertClaim, listClaimed, type ResultRow, updateDecision, updateWithdrawn,
} from './queries/claims.ts' // biome-ignore format: a list
import { getContract } from './queries/contracts.ts'
import type { Result } from './results.ts'

/**
 * Claims everybody who met a result, whose time is over, and who is in no claim yet.
 *
 * @returns the claim's id.
 * @throws Refusal `contract.not-found`, `contract.ended`, `contract.nothing-to-claim`, `contract.claimed-meanwhile`
 */
export async function claimResults(change: Change, contractId: string, result: Result): Promise<string> {
  const contract = await getContract(change, contractId)
  if (contract.endedAt) throw new Refusal('conflict', 'contract.ended')
  const claim = await insertClaim(change, contractId, result)
  if (!claim) throw new Refusal('conflict', 'contract.nothing-to-claim')
  change.look({
    action: 'consult',
    caseIds: claim.people.map(({ caseId }) => caseId),
    personIds: claim.people.map(({ personId }) => personId),
    fieldGroups: ['identity', result === 'PROGRAMME_COMPLETED' ? 'referrals' : 'custody'],
    details: { claimId: claim.id },
  })
  const details = { contractId, result, count: claim.people.length }
  change.record({ name: 'contract.claimed', subjectId: claim.id, fieldGroup: 'administration', details })
  return claim.id
}

/** Whether everything behind a claim is seen and still holds: only then can somebody say yes to it. */
export const holds = (claim: Claim, rows: readonly ResultRow[]): boolean =>
  rows.length === claim.peopleCount && rows.every(({ state }) => state === 'MET')

/**
 * Somebody else than who claimed says yes or no; a no frees the people to be claimed again.
 *
 * @throws Refusal `contract.not-found`, `contract.own-claim`, `contract.decided`, or `contract.rows-do-not-hold` for a yes to rows that the
 *   actor does not all see, or of which the record says something else today.
 */
export async function decideClaim(change: Change, claimId: string, said: Decision): Promise<Claim> {
  const claim = await getClaim(change, claimId)
  if (claim.madeById === change.actor.userId) throw new Refusal('not allowed', 'contract.own-claim')
  const isYes = said.decision === 'APPROVED'
  if (isYes && !holds(claim, await listClaimed(change, claim)))
    throw new Refusal('conflict', 'contract.rows-do-not-hold')
  if (!(await updateDecision(change, claimId, said))) throw new Refusal('conflict', 'contract.decided')
  const name = isYes ? 'contract.claim-approved' : 'contract.claim-declined'
  change.record({ name, subjectId: claimId, fieldGroup: 'administration', details: { contractId: claim.contractId } })
  return claim
}

/** Takes back one's own claim while it waits. @throws Refusal `contract.not-found`, `contract.decided` */
export async function withdrawClaim(change: Change, claimId: string): Promise<Claim> {
  const claim = await getClaim(change, claimId)
  if (!(await updateWithdrawn(change, claimId))) throw new Refusal('conflict', 'contract.decided')
  const details = { contractId: claim.contractId }
  change.record({ name: 'contract.claim-withdrawn', subjectId: claimId, fieldGroup: 'administration', details })
  return claim
}
