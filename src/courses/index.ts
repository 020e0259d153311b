import type { Capability } from '../platform/capability.ts'
import { courseRoutes } from './routes/index.ts'

export const capability: Capability = { routes: courseRoutes }
