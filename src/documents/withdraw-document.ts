import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getDocument, updateWithdrawn } from './queries.ts'

/**
 * Withdraws a document that should not stand. It stays on the list as withdrawn, with the reason, and nobody can open it.
 *
 * @throws Refusal `document.not-found`; `document.not-yours` to anybody but who added it; `document.changed-meanwhile`.
 */
export async function withdrawDocument(change: Change, id: string, version: number, reason: string): Promise<string> {
  const { addedById, caseId, personId, part } = await getDocument(change, id)
  if (addedById !== change.actor.userId) throw new Refusal('not allowed', 'document.not-yours')
  if (!(await updateWithdrawn(change, id, version, reason))) throw new Refusal('conflict', 'document.changed-meanwhile')
  change.record({ name: 'document.withdrawn', subjectId: id, caseId, personId, fieldGroup: part })
  return caseId
}
