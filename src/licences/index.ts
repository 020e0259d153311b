import type { Capability } from '../platform/capability.ts'
import { licenceRoutes } from './routes.ts'

export { conditionLabel } from './condition-label.ts'
export { timeOfMinute } from './curfew-times.ts'
export { addConditions } from './keep-licence.ts'
export { findCurfew, findSupervisionEnd } from './queries/conditions.ts'

export const capability: Capability = { routes: licenceRoutes }
