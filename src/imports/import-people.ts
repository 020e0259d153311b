import type { Change, Reading } from '../platform/database.ts'
import { commitImport } from './commit-import.ts'
import { type Examination, examine } from './examine.ts'
import { guessColumns } from './guess-columns.ts'
import { prepareReading } from './prepare-reading.ts'
import type { FileProblem } from './problems.ts'
import { findMapping } from './queries/batches.ts'
import { readSheet } from './read-sheet.ts'
import { startImport } from './start-import.ts'

export type Imported = (Examination & { batchId?: string }) | { problem: FileProblem }

/**
 * Takes in a file and commits it in one go, with the columns as the agency maps them.
 *
 * @returns what was done, or what is wrong with the whole file.
 * @throws Refusal `import.not-a-prison`
 */
export async function importPeople(change: Change, file: { name: string; bytes: Uint8Array }): Promise<Imported> {
  const started = await startImport(change, file)
  if ('problem' in started) return started
  return { ...(await commitImport(change, started.batchId)), batchId: started.batchId }
}

/** Tells what a file would do, and leaves nothing behind. @throws Refusal `import.not-a-prison` */
export async function tryImport(reading: Reading, file: { bytes: Uint8Array }): Promise<Imported> {
  const readingFor = await prepareReading(reading)
  const read = readSheet(file.bytes)
  if ('problem' in read) return read
  const mapping = guessColumns(read.sheet, await findMapping(reading))
  reading.look({ action: 'consult', fieldGroups: ['identity', 'custody'], details: { rows: read.sheet.rows.length } })
  return examine(reading, read.sheet, mapping, readingFor)
}
