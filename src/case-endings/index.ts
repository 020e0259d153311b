import type { Capability } from '../platform/capability.ts'
import { caseEndingRoutes } from './routes.ts'

export { type Ending, endCase, reopenCase } from './end-case.ts'

export const capability: Capability = { routes: caseEndingRoutes }
