import type { Capability } from '../platform/capability.ts'
import { recommendationRoutes } from './routes.ts'

export const capability: Capability = { routes: recommendationRoutes }
