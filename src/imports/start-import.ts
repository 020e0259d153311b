import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { ColumnMapping, ImportField } from './fields.ts'
import { guessColumns } from './guess-columns.ts'
import { prepareReading } from './prepare-reading.ts'
import type { FileProblem } from './problems.ts'
import { findMapping, insertBatch, updateColumns, upsertMapping } from './queries/batches.ts'
import { readSheet, type Sheet } from './read-sheet.ts'

/**
 * Takes in a file, with its columns guessed as the agency chose them the last time; nothing about anybody is changed yet.
 *
 * @param file.bytes - a CSV or the page of a prison search, at most 20 MB.
 * @returns the batch, or what is wrong with the whole file.
 * @throws Refusal `import.not-a-prison`
 */
export async function startImport(
  change: Change,
  file: { name: string; bytes: Uint8Array },
): Promise<{ batchId: string; sheet: Sheet; mapping: ColumnMapping } | { problem: FileProblem }> {
  await prepareReading(change)
  const read = readSheet(file.bytes)
  if ('problem' in read) {
    change.record({
      name: 'import.unreadable',
      subjectId: change.actor.agencyId,
      fieldGroup: 'administration',
      details: { problem: read.problem },
    })
    return read
  }
  const { sheet } = read
  const mapping = guessColumns(sheet, await findMapping(change))
  const batchId = newId()
  const fileName = file.name.slice(-100) || 'list'
  await insertBatch(change, { id: batchId, fileName, format: sheet.format, file: file.bytes, columns: mapping })
  change.record({
    name: 'import.started',
    subjectId: batchId,
    fieldGroup: 'administration',
    details: { rows: sheet.rows.length },
  })
  return { batchId, sheet, mapping }
}

/** Says what each column of a waiting batch holds, and remembers it for the agency's next file. '' is: leave it out. */
export async function mapColumns(
  change: Change,
  batchId: string,
  chosen: Record<string, ImportField | ''>,
): Promise<void> {
  const mapping = Object.fromEntries(Object.entries(chosen).filter(([, field]) => field !== '')) as ColumnMapping
  await updateColumns(change, batchId, mapping)
  await upsertMapping(change, chosen)
  change.record({ name: 'import.columns-mapped', subjectId: batchId, fieldGroup: 'administration' })
}
