import type { Capability } from '../platform/capability.ts'
import { contextEventRoutes } from './routes/context-events.ts'

export type { ContextEvent } from './event-kinds.ts'
export { addContextEvent } from './keep-context-event.ts'
export { listContextEvents } from './queries/context-events.ts'
export { EvidenceNavigation, type EvidencePlace } from './views/evidence-navigation.tsx'
export { TimeChart, type TimePoint } from './views/time-chart.tsx'

export const capability: Capability = { routes: contextEventRoutes }
