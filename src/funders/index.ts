import type { Capability } from '../platform/capability.ts'
import { funderRoutes } from './routes.ts'

export const capability: Capability = { routes: funderRoutes }
