import type { Capability } from '../platform/capability.ts'
import { roundRoutes } from './routes.ts'

export const capability: Capability = { routes: roundRoutes }
