import { tellAccount } from '../alerts/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getCaseSubject } from './queries/case-subject.ts'
import { countDaysWithout } from './queries/days-without.ts'
import { insertParty } from './queries/parties.ts'
import {
  type Allocation,
  endParty,
  findHolder,
  getAllocation,
  getNameable,
  mayName,
  replaceParty,
} from './queries/workers.ts'
import { isOutside, isSingle, suitsAgency, type WorkerRole } from './worker-roles.ts'

export interface Naming {
  accountId: string
  role: WorkerRole
}

/**
 * Names a worker on a case: one of the actor's own agency or, outside the gate, one of another agency on the case. They
 * are told.
 *
 * @returns the id of the allocation.
 * @throws Refusal `case.not-found`; `case.naming-not-theirs` for whoever neither works on the whole case nor manages the
 *   agency that answers for it; `case.worker-not-found` when there is no such worker to name; `case.role-not-theirs`
 *   when the role belongs to another kind of agency; `case.role-taken` when somebody has it: hand it over instead;
 *   `case.already-named` when the worker has this role already.
 */
export async function nameWorker(change: Change, caseId: string, naming: Naming): Promise<string> {
  const { personId } = await getCaseSubject(change, caseId, 'identity')
  const worker = await getNameable(change, caseId, naming.accountId)
  if (!(await mayName(change, caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  const isOurs = worker.agencyId === change.actor.agencyId
  if (!isOurs && !(worker.isOnCase && isOutside(naming.role))) throw new Refusal('not found', 'case.worker-not-found')
  if (!suitsAgency(naming.role, worker.agencyKind)) throw new Refusal('not allowed', 'case.role-not-theirs')
  const holder = await findHolder(change, caseId, naming)
  if (holder === naming.accountId) throw new Refusal('conflict', 'case.already-named')
  if (holder && isSingle(naming.role)) throw new Refusal('conflict', 'case.role-taken')

  const days = await countDaysWithout(change, caseId)
  const { accountId, role } = naming
  const partyId = await insertParty(change, {
    caseId,
    agencyId: worker.agencyId,
    accountId,
    relationship: 'ALLOCATED',
    role,
  })
  const details = { role, accountId, daysWithout: isOutside(role) ? days.outside : days.inside }
  change.record({ name: 'case.worker-named', subjectId: partyId, caseId, personId, fieldGroup: 'identity', details })
  await tellAccount(change, accountId, { caseId, name: 'case.worker-named', subjectId: partyId, details: { role } })
  return partyId
}

/**
 * Ends an allocation of the actor's own agency. What the worker saw through it ends in the same moment.
 *
 * @throws Refusal `case.allocation-not-found`; `case.allocation-not-ours`; `case.naming-not-theirs`.
 */
export async function endAllocation(change: Change, partyId: string): Promise<Allocation> {
  const allocation = await getAllocation(change, partyId)
  if (allocation.agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'case.allocation-not-ours')
  const isOwn = allocation.accountId === change.actor.userId
  if (!isOwn && !(await mayName(change, allocation.caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  await endParty(change, partyId)
  const { caseId, personId, role, accountId } = allocation
  const details = { role, accountId }
  change.record({ name: 'case.worker-ended', subjectId: partyId, caseId, personId, fieldGroup: 'identity', details })
  return allocation
}

/**
 * Hands an allocation to a colleague: one ends and the other begins in the same moment.
 *
 * @returns the case, and the id of the new allocation.
 * @throws Refusal as `endAllocation`; `case.worker-not-found` when the taker is no colleague; `case.already-named`.
 */
export async function handOver(
  change: Change,
  partyId: string,
  accountId: string,
): Promise<{ caseId: string; partyId: string }> {
  const allocation = await getAllocation(change, partyId)
  const { caseId, personId, role } = allocation
  if (allocation.agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'case.allocation-not-ours')
  if (!(await mayName(change, caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  const taker = await getNameable(change, caseId, accountId)
  if (taker.agencyId !== change.actor.agencyId) throw new Refusal('not found', 'case.worker-not-found')
  const isHolder = (await findHolder(change, caseId, { accountId, role })) === accountId
  if (isHolder) throw new Refusal('conflict', 'case.already-named')

  const made = await replaceParty(change, partyId, accountId)
  const details = { role, accountId, fromAccountId: allocation.accountId }
  change.record({ name: 'case.handed-over', subjectId: made, caseId, personId, fieldGroup: 'identity', details })
  await tellAccount(change, accountId, { caseId, name: 'case.handed-over', subjectId: made, details: { role } })
  return { caseId, partyId: made }
}
