import type { Capability } from '../platform/capability.ts'
import { inductionRoutes } from './routes.ts'

export const capability: Capability = { routes: inductionRoutes }
