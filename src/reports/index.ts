import type { Capability } from '../platform/capability.ts'
import { reportRoutes } from './routes.ts'

export const capability: Capability = { routes: reportRoutes }
