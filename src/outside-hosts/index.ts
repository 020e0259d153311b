import type { Capability } from '../platform/capability.ts'
import { outsideHostRoutes } from './routes.ts'

export { hostsPermittedBy } from './queries.ts'

export const capability: Capability = { routes: outsideHostRoutes }
