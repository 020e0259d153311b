import type { Capability } from '../platform/capability.ts'
import { accountRoutes } from './routes/index.ts'

export const capability: Capability = { routes: accountRoutes }
