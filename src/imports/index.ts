import type { Capability } from '../platform/capability.ts'
import { importCommands } from './commands.ts'
import { importRoutes } from './routes/people.ts'

export { decodeText } from './decode-text.ts'
export { guessFrom } from './guess-columns.ts'
export { type Imported, importPeople, tryImport } from './import-people.ts'
export type { FileProblem, RowProblem, ValueProblem } from './problems.ts'
export {
  type Batch,
  findFile,
  findMapping,
  getBatch,
  insertBatch,
  listBatches,
  updateColumns,
  updateCommitted,
  updateUndone,
  upsertMapping,
} from './queries/batches.ts'
export { insertRows, listProblems, type StoredProblem } from './queries/rows.ts'
export { provesDayFirst, readDate } from './read-date.ts'
export { largestFile, type ReadSheet, readSheet, type Sheet } from './read-sheet.ts'
export { columnsOf, openRow, type RowCells } from './row-cells.ts'
export { fileReasonOf } from './say-problem.ts'
export { undoableSince } from './undo-rows.ts'
export { ColumnsOf } from './views/columns.tsx'
export { Ignored, Problems } from './views/parts.tsx'

export const capability: Capability = { routes: importRoutes, commands: importCommands }
