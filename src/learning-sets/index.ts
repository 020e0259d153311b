import type { Capability } from '../platform/capability.ts'
import { learningSetRoutes } from './routes.ts'

export const capability: Capability = { routes: learningSetRoutes }
