import type { Capability } from '../platform/capability.ts'
import { restrictedRoutes } from './routes.ts'

export const capability: Capability = { routes: restrictedRoutes }
