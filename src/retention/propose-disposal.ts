import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getDisposal, insertProposal, updateApproved, updateWithdrawn } from './queries/disposals.ts'
import type { RetentionClass } from './rules.ts'

const mostItems = 5_000 // a certificate that somebody can still answer for

/**
 * Puts together what is due at the actor's agency and is not held. Nothing goes until a second person approves and the days after
 * that are over.
 *
 * @returns the id.
 * @throws Refusal `disposal.nothing-due`
 */
export async function proposeDisposal(
  change: Change,
  { reason, classes }: { reason: string; classes: readonly RetentionClass[] },
): Promise<string> {
  const id = newId()
  const count = await insertProposal(change, { id, reason, classes, today: dayAt(change.now), most: mostItems })
  if (count === 0) throw new Refusal('conflict', 'disposal.nothing-due')
  change.record({ name: 'disposal.proposed', subjectId: id, fieldGroup: 'administration', details: { count, classes } })
  return id
}

/** @throws Refusal `disposal.second-person` to whoever proposed it, `disposal.decided` when it is no longer open. */
export async function approveDisposal(change: Change, id: string): Promise<void> {
  const { proposedById } = await getDisposal(change, id)
  if (proposedById === change.actor.userId) throw new Refusal('not allowed', 'disposal.second-person')
  const executeFrom = await updateApproved(change, id)
  if (!executeFrom) throw new Refusal('conflict', 'disposal.decided')
  const details = { executeFrom: executeFrom.toISOString() }
  change.record({ name: 'disposal.approved', subjectId: id, fieldGroup: 'administration', details })
  change.later('execute-disposals', {})
}

/** Takes it back, proposed or approved, until it begins. @throws Refusal `disposal.decided` */
export async function withdrawDisposal(change: Change, id: string): Promise<void> {
  await getDisposal(change, id)
  if (!(await updateWithdrawn(change, id))) throw new Refusal('conflict', 'disposal.decided')
  change.record({ name: 'disposal.withdrawn', subjectId: id, fieldGroup: 'administration' })
}
