import type { Capability } from '../platform/capability.ts'
import { apiRoutes } from './routes.ts'

export const capability: Capability = { routes: apiRoutes }
