import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { endParty, getAllocation, mayName, reopenParty } from './queries/workers.ts'

/**
 * Undoes a handing over: the place that was made ends and the one before stands again.
 *
 * @throws Refusal `case.allocation-not-found` when the place was ended or handed on since; `case.allocation-not-ours`;
 *   `case.naming-not-theirs`; `case.worker-not-found` when whoever had it can no longer sign in.
 */
export async function takeBack(change: Change, { from, to }: { from: string; to: string }): Promise<void> {
  const { caseId, personId, agencyId, role, accountId } = await getAllocation(change, to)
  if (agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'case.allocation-not-ours')
  if (!(await mayName(change, caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  await endParty(change, to)
  const fromAccountId = accountId
  const back = await reopenParty(change, from)
  if (!back) throw new Refusal('not found', 'case.worker-not-found')
  const details = { role, accountId: back, fromAccountId }
  change.record({ name: 'case.handed-over', subjectId: from, caseId, personId, fieldGroup: 'identity', details })
}
