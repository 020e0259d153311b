import type { Capability } from '../platform/capability.ts'
import { myDayRoutes } from './routes.ts'

export const capability: Capability = { routes: myDayRoutes }
