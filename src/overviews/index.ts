import type { Capability } from '../platform/capability.ts'
import { overviewRoutes } from './routes/index.ts'

export const capability: Capability = { routes: overviewRoutes }
