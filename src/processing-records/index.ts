import type { Capability } from '../platform/capability.ts'
import { processingRoutes } from './routes.ts'

export const capability: Capability = { routes: processingRoutes }
