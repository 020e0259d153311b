import { isReleaseDateKind, type ReleaseDateKind } from '../custody/index.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { applyRows, type Done } from './apply-rows.ts'
import { type Examination, examine, type PlannedRow } from './examine.ts'
import type { ColumnMapping } from './fields.ts'
import { prepareReading } from './prepare-reading.ts'
import { type Batch, findFile, getBatch, updateCommitted } from './queries/batches.ts'
import { insertRows } from './queries/rows.ts'
import { readSheet, type Sheet } from './read-sheet.ts'

const chunkSize = 1_000

/**
 * Tells what a waiting batch would do, and does nothing.
 *
 * @throws Refusal `import.not-found`, `import.done` when it is committed already.
 */
export async function examineImport(
  reading: Reading,
  batchId: string,
): Promise<{ batch: Batch; sheet: Sheet; examination: Examination }> {
  const batch = await getBatch(reading, batchId)
  const file = await findFile(reading, batchId)
  if (!file || batch.committedAt) throw new Refusal('conflict', 'import.done')
  const read = readSheet(file)
  if ('problem' in read) throw new Error('A file that was read cannot be read again.')
  const examination = await examine(reading, read.sheet, batch.columns ?? {}, await prepareReading(reading))
  return { batch, sheet: read.sheet, examination }
}

/**
 * Does what a batch says as one: all of it, or nothing. Rows with errors and possible duplicates are set aside.
 *
 * @throws Refusal `import.not-found`, `import.done` when somebody committed it already, `import.not-a-prison`
 */
export async function commitImport(change: Change, batchId: string): Promise<Examination> {
  const { sheet, batch, examination } = await examineImport(change, batchId)
  if (!(await updateCommitted(change, batchId, examination.counts))) throw new Refusal('conflict', 'import.done')

  const { jurisdiction } = await prepareReading(change)
  const options = { batchId, jurisdiction, source: sheet.format, askedFor: datesAskedFor(batch.columns ?? {}) }
  const written: Promise<void>[] = []
  for (let start = 0; start < examination.rows.length; start += chunkSize) {
    const chunk = examination.rows.slice(start, start + chunkSize)
    await written.at(-2) // the database writes one thousand while the next is made ready
    const wanted = chunk.filter(({ outcome }) => outcome === 'ADDED' || outcome === 'CHANGED')
    written.push(
      applyRows(change, wanted, options).then((done) =>
        insertRows(
          change,
          batchId,
          chunk.map((row) => storedRow(row, done.get(row.row), examination)),
        ),
      ),
    )
    written.at(-1)!.catch(() => undefined) // told below, or by the one before
  }
  await Promise.all(written)
  change.record({
    name: 'import.committed',
    subjectId: batchId,
    fieldGroup: 'administration',
    details: { ...examination.counts },
  })
  return examination
}

export const datesAskedFor = (mapping: ColumnMapping): ReadonlySet<ReleaseDateKind> =>
  new Set(Object.values(mapping).filter((field): field is ReleaseDateKind => isReleaseDateKind(field)))

function storedRow(
  { row, outcome, person, personId, known, candidateIds }: PlannedRow,
  done: Done | undefined,
  examination: Examination,
) {
  const problems = problemsByRow(examination).get(row) ?? []
  return {
    ...{ row, result: outcome, incoming: person ?? null, problems, candidateIds },
    personId: done?.personId ?? personId ?? null,
    caseId: done?.caseId ?? known?.caseId ?? null,
    before: done ?? null,
  }
}

const indexed = new WeakMap<Examination, Map<number, (Examination['errors'][number] & { isError: boolean })[]>>()

/** The problems of each row, sorted out once a file. */
function problemsByRow(examination: Examination) {
  const known = indexed.get(examination)
  if (known) return known
  const { errors, warnings } = examination
  const all = [
    ...errors.map((one) => ({ ...one, isError: true })),
    ...warnings.map((one) => ({ ...one, isError: false })),
  ]
  const byRow = Map.groupBy(all, ({ row }) => row)
  indexed.set(examination, byRow)
  return byRow
}
