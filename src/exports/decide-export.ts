import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getExportRequest, insertDecision, updateWithdrawn } from './queries.ts'
import { tellAsker } from './tell.ts'

/**
 * Says yes or no to a file that somebody else asked for, once.
 *
 * @throws Refusal `export.not-found`, `export.own` for what the manager asked for, `export.decided` when it waits no more.
 */
export async function decideExport(change: Change, id: string, isApproved: boolean): Promise<void> {
  const { askedBy, state } = await getExportRequest(change, id)
  if (askedBy === change.actor.userId) throw new Refusal('not allowed', 'export.own')
  if (state !== 'WAITING') throw new Refusal('conflict', 'export.decided')
  await insertDecision(change, id, isApproved)
  const name = isApproved ? 'export.approved' : 'export.declined'
  change.record({ name, subjectId: id, fieldGroup: 'administration' })
  await tellAsker(change, { id, askedBy }, isApproved ? 'approved' : 'declined')
}

/**
 * Takes back what one asked for, approved or not: it cannot be taken any more.
 *
 * @throws Refusal `export.not-found` for what is another's, `export.decided` when it is over already.
 */
export async function withdrawExport(change: Change, id: string): Promise<void> {
  const { askedBy, state } = await getExportRequest(change, id)
  if (askedBy !== change.actor.userId) throw new Refusal('not found', 'export.not-found')
  if (state !== 'WAITING' && state !== 'APPROVED') throw new Refusal('conflict', 'export.decided')
  await updateWithdrawn(change, id)
  change.record({ name: 'export.withdrawn', subjectId: id, fieldGroup: 'administration' })
}
