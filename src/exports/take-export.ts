import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ExportRequest, getExportRequest, insertTaking } from './queries.ts'

/**
 * Counts one taking of an approved file. Whoever calls this makes the file in the same change, so it holds what the asker sees
 * at this moment, and nothing is kept.
 *
 * @throws Refusal `export.not-found` for what is another's or of another kind, `export.closed` when it is not approved, was
 *   taken three times, or was approved more than 24 hours ago.
 */
export async function takeExport(change: Change, id: string, kind: string): Promise<ExportRequest> {
  const asked = await getExportRequest(change, id)
  if (asked.askedBy !== change.actor.userId || asked.kind !== kind) throw new Refusal('not found', 'export.not-found')
  if (asked.state !== 'APPROVED') throw new Refusal('conflict', 'export.closed')
  const nth = asked.takenCount + 1
  await insertTaking(change, id, nth)
  change.record({ name: 'export.taken', subjectId: id, fieldGroup: 'administration', details: { nth } })
  return asked
}
