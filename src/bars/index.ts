import type { Capability } from '../platform/capability.ts'
import { barRoutes } from './routes.ts'

export const capability: Capability = { routes: barRoutes }
