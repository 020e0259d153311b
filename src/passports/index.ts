import type { Capability } from '../platform/capability.ts'
import { passportRoutes } from './routes.ts'

export const capability: Capability = { routes: passportRoutes }
