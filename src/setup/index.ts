import type { Capability } from '../platform/capability.ts'
import { setupCommands } from './commands.ts'
import { setupRoutes } from './routes.ts'

export const capability: Capability = { routes: setupRoutes, commands: setupCommands }
