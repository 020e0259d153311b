import type { Capability } from '../platform/capability.ts'
import { mechanismRoutes } from './routes.ts'

export { type Comparison, compared } from './comparison.ts'
export { listQuestions } from './queries.ts'
export { starters } from './starters.ts'

export const capability: Capability = { routes: mechanismRoutes }
