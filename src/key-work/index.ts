import type { Capability } from '../platform/capability.ts'
import { keyWorkCommands } from './commands.ts'
import { keyWorkRoutes } from './routes/index.ts'

export { WingLine } from './views/wing-line.tsx'

export const capability: Capability = { routes: keyWorkRoutes, commands: keyWorkCommands }
