import type { Capability } from '../platform/capability.ts'
import { importCommands } from './commands.ts'
import { importRoutes } from './routes/people.ts'

export { decodeText } from './decode-text.ts'
export { type Imported, importPeople, tryImport } from './import-people.ts'
export type { RowProblem, ValueProblem } from './problems.ts'
export { provesDayFirst, readDate } from './read-date.ts'
export { type ReadSheet, readSheet } from './read-sheet.ts'

export const capability: Capability = { routes: importRoutes, commands: importCommands }
