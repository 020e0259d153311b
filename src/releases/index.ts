import type { Capability } from '../platform/capability.ts'
import { releaseRoutes } from './routes/index.ts'

export const capability: Capability = { routes: releaseRoutes }
