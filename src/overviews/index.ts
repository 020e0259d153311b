import type { Capability } from '../platform/capability.ts'
import { overviewRoutes } from './routes.ts'

export const capability: Capability = { routes: overviewRoutes }
