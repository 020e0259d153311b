import type { Capability } from '../platform/capability.ts'
import { knownHereRoutes } from './routes.ts'

export { type AskedAbout, listQuestionsAbout } from './queries.ts'

export const capability: Capability = { routes: knownHereRoutes }
