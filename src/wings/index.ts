import type { Capability } from '../platform/capability.ts'
import { wingRoutes } from './routes/index.ts'

export const capability: Capability = { routes: wingRoutes }
