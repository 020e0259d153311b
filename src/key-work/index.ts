import type { Capability } from '../platform/capability.ts'
import { keyWorkCommands } from './commands.ts'
import { keyWorkRoutes } from './routes/index.ts'

export type { SessionKind, Tag } from './session-kinds.ts'
export { WingLine } from './views/wing-line.tsx'

export const capability: Capability = { routes: keyWorkRoutes, commands: keyWorkCommands }
