import { withdrawNote } from '../contacts/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSession, updateWithdrawn } from './queries/sessions.ts'

/**
 * Takes a session back that was written by mistake; its note stays readable as withdrawn, with the reason.
 *
 * @throws Refusal `key-work.not-found`; `key-work.not-yours` to anybody but its author; what `withdrawNote` throws.
 */
export async function withdrawSession(change: Change, id: string, reason: string): Promise<{ caseId: string }> {
  const { caseId, personId, workerId, noteId, noteVersion, kind } = await getSession(change, id)
  if (workerId !== change.actor.userId) throw new Refusal('not allowed', 'key-work.not-yours')

  await updateWithdrawn(change, id)
  if (noteId) await withdrawNote(change, noteId, noteVersion ?? 1, reason)
  change.record({ name: 'key-work.withdrawn', subjectId: id, caseId, personId, fieldGroup: 'notes', details: { kind } })
  return { caseId }
}
