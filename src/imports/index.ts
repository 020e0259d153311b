import type { Capability } from '../platform/capability.ts'
import { importCommands } from './commands.ts'
import { importRoutes } from './routes.ts'

export { type Imported, importPeople, tryImport } from './import-people.ts'
export type { RowProblem, ValueProblem } from './problems.ts'

export const capability: Capability = { routes: importRoutes, commands: importCommands }
