import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getReorganisation, updateApproved, updateWithdrawn } from './queries.ts'

/**
 * Approves a plan, as its second person; it is carried out at once, by the worker.
 *
 * @throws Refusal `reorganisation.second-person` to whoever planned it, `reorganisation.decided` when it is no longer open.
 */
export async function approveReorganisation(change: Change, id: string): Promise<void> {
  const { plannedById } = await getReorganisation(change, id)
  if (plannedById === change.actor.userId) throw new Refusal('not allowed', 'reorganisation.second-person')
  if (!(await updateApproved(change, id))) throw new Refusal('conflict', 'reorganisation.decided')
  change.record({ name: 'reorganisation.approved', subjectId: id, fieldGroup: 'administration' })
  change.later('carry-out-reorganisations', {})
}

/** Takes a plan back that nobody has approved yet. @throws Refusal `reorganisation.decided` */
export async function withdrawReorganisation(change: Change, id: string): Promise<void> {
  await getReorganisation(change, id)
  if (!(await updateWithdrawn(change, id))) throw new Refusal('conflict', 'reorganisation.decided')
  change.record({ name: 'reorganisation.withdrawn', subjectId: id, fieldGroup: 'administration' })
}
