import type { Capability } from '../platform/capability.ts'
import { allocationRoutes } from './routes/index.ts'

export { listCovered } from './queries/workers.ts'
export { Covering } from './views/covering.tsx'

export const capability: Capability = { routes: allocationRoutes }
