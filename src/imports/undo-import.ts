import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getBatch, updateUndone } from './queries/batches.ts'
import { listRows, updateRows } from './queries/rows.ts'
import { type Undone, undoableSince, undoRows } from './undo-rows.ts'

/**
 * Undoes a whole batch within 24 hours. What somebody else changed since is kept, and said.
 *
 * @throws Refusal `import.not-found`, `import.not-committed`, `import.already-undone`, `import.too-late`
 */
export async function undoImport(change: Change, batchId: string): Promise<Undone> {
  const batch = await getBatch(change, batchId)
  if (!batch.committedAt) throw new Refusal('conflict', 'import.not-committed')
  if (batch.undoneAt) throw new Refusal('conflict', 'import.already-undone')
  if (batch.committedAt < undoableSince(change.now)) throw new Refusal('conflict', 'import.too-late')

  const undone: Undone = { rows: [], kept: [] }
  for (let after = 0; ; ) {
    const rows = await listRows(change, batchId, { after })
    if (rows.length === 0) break
    const part = await undoRows(change, batch, rows)
    const isUndone = new Set(part.rows)
    await updateRows(
      change,
      batchId,
      rows.filter(({ row }) => isUndone.has(row)).map((row) => ({ ...row, before: null })),
    )
    undone.rows.push(...part.rows)
    undone.kept.push(...part.kept)
    after = rows.at(-1)!.row
  }
  if (!(await updateUndone(change, batchId, { undone: undone.rows.length, kept: undone.kept }))) {
    throw new Refusal('conflict', 'import.already-undone')
  }
  const details = { undone: undone.rows.length, kept: undone.kept.length }
  change.record({ name: 'import.undone', subjectId: batchId, fieldGroup: 'administration', details })
  return undone
}
