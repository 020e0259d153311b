import {
  type Batch,
  type FileProblem,
  findFile,
  findMapping,
  getBatch,
  guessFrom,
  insertBatch,
  insertRows,
  readSheet,
  type Sheet,
  undoableSince,
  updateColumns,
  updateCommitted,
  updateUndone,
  upsertMapping,
} from '../../imports/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteOffences, insertOffences } from '../queries/offences.ts'
import { type OffenceField, offenceSpellings } from './offence-fields.ts'
import { type ReadOffences, readOffences } from './read-offences.ts'

export type Extract = Batch<OffenceField>

export const isSource = ({ actor }: Reading): boolean => ['police', 'probation'].includes(actor.agencyKind)

/** @throws Refusal `extract.not-a-source`: offences come from police and probation. */
export function checkSource(reading: Reading): void {
  if (!isSource(reading)) throw new Refusal('not allowed', 'extract.not-a-source')
}

/**
 * Takes in a file of offences, its columns guessed as the agency chose them the last time; nothing is counted yet.
 *
 * @throws Refusal `extract.not-a-source`
 */
export async function startExtract(
  change: Change,
  file: { name: string; bytes: Uint8Array },
): Promise<{ batchId: string } | { problem: FileProblem }> {
  checkSource(change)
  const read = readSheet(file.bytes)
  const about = { fieldGroup: 'administration' as const }
  if ('problem' in read || read.sheet.format !== 'CSV') {
    const problem = 'problem' in read ? read.problem : 'not-text'
    change.record({ name: 'import.unreadable', subjectId: change.actor.agencyId, ...about, details: { problem } })
    return { problem }
  }
  const columns = guessFrom(offenceSpellings, read.sheet, await findMapping<OffenceField>(change, 'OFFENCES'))
  const batchId = newId()
  const fileName = file.name.slice(-100) || 'offences'
  await insertBatch(change, { id: batchId, fileName, format: 'CSV', file: file.bytes, columns }, 'OFFENCES')
  change.record({ name: 'extract.started', subjectId: batchId, ...about, details: { rows: read.sheet.rows.length } })
  return { batchId }
}

/** A waiting extract and the rows of its file. @throws Refusal `import.not-found`, `import.done` once it is committed. */
export async function getExtractSheet(reading: Reading, batchId: string): Promise<{ batch: Extract; sheet: Sheet }> {
  const batch = await getBatch<OffenceField>(reading, batchId, 'OFFENCES')
  const file = await findFile(reading, batchId)
  const read = file && readSheet(file)
  if (!read || 'problem' in read || batch.committedAt) throw new Refusal('conflict', 'import.done')
  return { batch, sheet: read.sheet }
}

/** Says what each column holds, and remembers it for the agency's next extract. '' is: leave it out. */
export async function mapExtract(
  change: Change,
  batchId: string,
  chosen: Record<string, OffenceField | ''>,
): Promise<void> {
  await getExtractSheet(change, batchId)
  const mapping = Object.fromEntries(Object.entries(chosen).filter(([, field]) => field !== ''))
  await updateColumns(change, batchId, mapping)
  await upsertMapping(change, chosen, 'OFFENCES')
  change.record({ name: 'extract.columns-mapped', subjectId: batchId, fieldGroup: 'administration' })
}

/** Tells what a waiting extract holds, and keeps nothing. */
export async function examineExtract(
  reading: Reading,
  batchId: string,
): Promise<{ batch: Extract; examined: ReadOffences }> {
  const { batch, sheet } = await getExtractSheet(reading, batchId)
  return { batch, examined: readOffences(sheet, batch.columns ?? {}, dayAt(reading.now)) }
}

/**
 * Keeps the offences of an extract, all of them or none; rows with errors stay out. Every cohort is counted anew.
 *
 * @param isWholeHistory - the file holds every sanction of whoever is in it: then the predictor may be asked.
 * @throws Refusal `extract.not-a-source`, `import.not-found`, `import.done`
 */
export async function commitExtract(change: Change, batchId: string, isWholeHistory: boolean): Promise<void> {
  checkSource(change)
  const { examined } = await examineExtract(change, batchId)
  const { read, offences, errors, warnings } = examined
  const byRow = Map.groupBy(errors, ({ row }) => row)
  const counts = { read, added: offences.length, changed: 0, unchanged: 0, duplicates: 0, rejected: byRow.size }
  if (!(await updateCommitted(change, batchId, counts))) throw new Refusal('conflict', 'import.done')

  await insertOffences(change, batchId, offences, isWholeHistory)
  const rejected = [...byRow].map(([row, problems]) => ({
    ...{
      row,
      result: 'REJECTED' as const,
      incoming: null,
      personId: null,
      caseId: null,
      before: null,
      candidateIds: [],
    },
    problems: problems.map((problem) => ({ ...problem, isError: true })),
  }))
  await insertRows(change, batchId, rejected)
  change.later('count-cohorts', {})
  const details = { ...counts, warnings: warnings.length, isWholeHistory }
  change.record({ name: 'extract.committed', subjectId: batchId, fieldGroup: 'administration', details })
}

/**
 * Takes an extract back within 24 hours.
 *
 * @throws Refusal `import.not-found`, `import.not-committed`, `import.already-undone`, `import.too-late`
 */
export async function undoExtract(change: Change, batchId: string): Promise<void> {
  const { committedAt, undoneAt } = await getBatch(change, batchId, 'OFFENCES')
  if (!committedAt) throw new Refusal('conflict', 'import.not-committed')
  if (undoneAt) throw new Refusal('conflict', 'import.already-undone')
  if (committedAt < undoableSince(change.now)) throw new Refusal('conflict', 'import.too-late')

  const undone = await deleteOffences(change, batchId)
  if (!(await updateUndone(change, batchId, { undone, kept: [] }))) {
    throw new Refusal('conflict', 'import.already-undone')
  }
  change.later('count-cohorts', {})
  change.record({ name: 'extract.undone', subjectId: batchId, fieldGroup: 'administration', details: { undone } })
}
