import type { Capability } from '../platform/capability.ts'
import { alertRoutes } from './routes.ts'

export { alertHref, alertText } from './alert-words.ts'
export { markSeen } from './mark-seen.ts'
export { type Alert, listAlerts } from './queries.ts'
export { type News, tellAccount, tellColleagues, tellWorkers } from './tell.ts'

export const capability: Capability = { routes: alertRoutes }
