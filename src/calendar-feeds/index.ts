import type { Capability } from '../platform/capability.ts'
import { feedRoutes } from './routes.ts'

export const capability: Capability = { routes: feedRoutes }
