import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ContractCohort, readContractCohorts } from './cohorts.ts'
import {
  type Claim, type Decision, getClaim, insertClaim, insertCohortClaim, listClaimed, type ResultRow, updateDecision, updateWithdrawn,
} from './queries/claims.ts' // biome-ignore format: a list
import { getContract } from './queries/contracts.ts'
import { recountContracts } from './queries/counts.ts'
import { partOf, type Result } from './results.ts'

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
  await recountContracts(change) // a row that one contract claims is claimed for all
  change.look({
    action: 'consult',
    caseIds: claim.people.map(({ caseId }) => caseId),
    personIds: claim.people.map(({ personId }) => personId),
    fieldGroups: ['identity', partOf(result)],
    details: { claimId: claim.id },
  })
  const details = { contractId, result, count: claim.people.length }
  change.record({ name: 'contract.claimed', subjectId: claim.id, fieldGroup: 'administration', details })
  return claim.id
}

/**
 * Claims the people of a cohort with no proven reoffence: a number that the worker counted, and nobody by name.
 *
 * @returns the claim's id.
 * @throws Refusal `contract.not-found`, `contract.ended`, or `contract.nothing-to-claim` where the cohort is not mature, too small to be
 *   told, outside of the contract's days, or meets one that was claimed.
 */
export async function claimCohort(change: Change, contractId: string, cohortId: string): Promise<string> {
  const contract = await getContract(change, contractId)
  if (contract.endedAt) throw new Refusal('conflict', 'contract.ended')
  const cohorts = contract.prices.some(({ result }) => result === 'NO_REOFFENDING')
    ? await readContractCohorts(change, contract)
    : []
  const cohort = cohorts.find(({ id, state, isClaimed }) => id === cohortId && state === 'SHOWN' && !isClaimed)
  if (!cohort) throw new Refusal('conflict', 'contract.nothing-to-claim')
  const id = await insertCohortClaim(change, contractId, cohort)
  const details = { contractId, result: 'NO_REOFFENDING', count: cohort.paid, cohortId }
  change.record({ name: 'contract.claimed', subjectId: id, fieldGroup: 'administration', details })
  return id
}

/** The data behind a claim: rows of people, or a cohort; and whether all of it is seen and still holds. */
export interface Evidence {
  rows: ResultRow[]
  /** Undefined for rows, and where it stands no longer. */
  cohort: ContractCohort | undefined
  holds: boolean
}

export async function readEvidence(reading: Reading, claim: Claim): Promise<Evidence> {
  if (!claim.cohortId) {
    const rows = await listClaimed(reading, claim)
    return {
      rows,
      cohort: undefined,
      holds: rows.length === claim.peopleCount && rows.every(({ state }) => state === 'MET'),
    }
  }
  const cohorts = await readContractCohorts(reading, await getContract(reading, claim.contractId))
  const cohort = cohorts.find(({ id }) => id === claim.cohortId)
  const holds = cohort?.state === 'SHOWN' && cohort.people === claim.followedCount && cohort.paid === claim.peopleCount
  return { rows: [], cohort, holds }
}

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
  if (isYes && !(await readEvidence(change, claim)).holds) throw new Refusal('conflict', 'contract.rows-do-not-hold')
  if (!(await updateDecision(change, claimId, said))) throw new Refusal('conflict', 'contract.decided')
  if (!isYes) await recountContracts(change)
  const name = isYes ? 'contract.claim-approved' : 'contract.claim-declined'
  change.record({ name, subjectId: claimId, fieldGroup: 'administration', details: { contractId: claim.contractId } })
  return claim
}

/** Takes back one's own claim while it waits. @throws Refusal `contract.not-found`, `contract.decided` */
export async function withdrawClaim(change: Change, claimId: string): Promise<Claim> {
  const claim = await getClaim(change, claimId)
  if (!(await updateWithdrawn(change, claimId))) throw new Refusal('conflict', 'contract.decided')
  await recountContracts(change)
  const details = { contractId: claim.contractId }
  change.record({ name: 'contract.claim-withdrawn', subjectId: claimId, fieldGroup: 'administration', details })
  return claim
}
