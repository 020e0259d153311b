import type { Capability } from '../platform/capability.ts'
import { aboutRoutes } from './routes.ts'

export const capability: Capability = { routes: aboutRoutes }
