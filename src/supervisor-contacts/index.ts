import type { Capability } from '../platform/capability.ts'
import { supervisorContactRoutes } from './routes.ts'

export { readStanding, type Standing } from './queries.ts'
export { ContactLine } from './views/contact-line.tsx'

export const capability: Capability = { routes: supervisorContactRoutes }
