import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { applyRows } from './apply-rows.ts'
import { datesAskedFor } from './commit-import.ts'
import { compare } from './compare.ts'
import type { PlannedRow } from './examine.ts'
import { prepareReading } from './prepare-reading.ts'
import { type Batch, getBatch } from './queries/batches.ts'
import { listKnownPeople } from './queries/known.ts'
import { type BatchRow, listRows, updateRows } from './queries/rows.ts'
import { type Undone, undoableSince, undoRows } from './undo-rows.ts'

/**
 * Says of a row that was set aside whether it is about somebody on record or about somebody else, and does what it says.
 *
 * @param personId - one of the row's candidates; left out, the row is about somebody new.
 * @throws Refusal `import.row-not-found`, `import.row-resolved`, `import.not-a-candidate`; `import.already-undone` once the whole
 *   import was; `import.number-taken` when a new person would have a number that somebody on record has.
 */
export async function resolveDuplicate(
  change: Change,
  batchId: string,
  rowNumber: number,
  personId?: string,
): Promise<void> {
  const batch = await getBatch(change, batchId)
  if (batch.undoneAt) throw new Refusal('conflict', 'import.already-undone')
  const row = await getSetAside(change, batchId, rowNumber)
  if (row.resolution) throw new Refusal('conflict', 'import.row-resolved')

  const { jurisdiction } = await prepareReading(change)
  const options = { batchId, jurisdiction, source: batch.format, askedFor: datesAskedFor(batch.columns ?? {}) }
  const planned = personId ? await planAsSame(change, row, personId, options) : await planAsOther(change, row)
  const done = (await applyRows(change, [planned], options)).get(rowNumber)!
  const resolution = personId ? 'SAME' : 'OTHER'
  await updateRows(change, batchId, [
    { row: rowNumber, personId: done.personId, caseId: done.caseId, before: done, resolution },
  ])
}

/**
 * Takes back how a row was resolved, within 24 hours of the import: it waits again.
 *
 * @throws Refusal `import.row-not-found`, `import.too-late`; `import.worked-on` when somebody worked with the person since.
 */
export async function undoResolution(change: Change, batchId: string, rowNumber: number): Promise<Undone> {
  const batch = await getBatch(change, batchId)
  const row = await getSetAside(change, batchId, rowNumber)
  if (!row.before || !batch.committedAt || batch.committedAt < undoableSince(change.now))
    throw new Refusal('conflict', 'import.too-late')

  const undone = await undoRows(change, batch, [row])
  if (undone.kept.length > 0) throw new Refusal('conflict', 'import.worked-on')
  await updateRows(change, batchId, [{ row: rowNumber, personId: null, caseId: null, before: null, resolution: null }])
  change.record({
    name: 'import.resolution-undone',
    subjectId: batchId,
    fieldGroup: 'administration',
    details: { row: rowNumber },
  })
  return undone
}

async function getSetAside(change: Change, batchId: Batch['id'], rowNumber: number): Promise<BatchRow> {
  const [row] = await listRows(change, batchId, { results: ['DUPLICATE'], after: rowNumber - 1, most: 1 })
  if (!row || row.row !== rowNumber || !row.incoming) throw new Refusal('not found', 'import.row-not-found')
  return row
}

type Options = Parameters<typeof applyRows>[2]

async function planAsSame(
  change: Change,
  { row, incoming, candidateIds }: BatchRow,
  personId: string,
  options: Options,
): Promise<PlannedRow> {
  const [known] = candidateIds.includes(personId) ? await listKnownPeople(change, [personId]) : []
  if (!known || !incoming) throw new Refusal('conflict', 'import.not-a-candidate')
  const difference = compare(incoming, known, options.source, options.askedFor)
  return { row, outcome: 'CHANGED', person: incoming, personId, known, difference, candidateIds: [] }
}

async function planAsOther(change: Change, { row, incoming, candidateIds }: BatchRow): Promise<PlannedRow> {
  const held = (await listKnownPeople(change, candidateIds)).flatMap(({ identifiers }) =>
    identifiers.map(({ value }) => value),
  )
  const numbers = incoming!.identifiers.filter(({ kind }) => kind === 'PRISON_NUMBER').map(({ value }) => value)
  if (numbers.some((number) => held.includes(number))) throw new Refusal('conflict', 'import.number-taken')
  return { row, outcome: 'ADDED', person: incoming!, candidateIds: [] }
}
