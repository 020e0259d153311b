import type { Capability } from '../platform/capability.ts'
import { submissionRoutes } from './routes.ts'

export const capability: Capability = { routes: submissionRoutes }
