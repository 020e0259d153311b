import type { Capability } from '../platform/capability.ts'
import { needRoutes } from './routes.ts'

export { beginService } from './begin-service.ts'
export { changeNeed, undoNeedChange } from './change-need.ts'
export { isOpen, type NeedStatus, needStatuses } from './need-states.ts'
export { type Pathway, type PathwayStatus, pathwayStatuses, pathways } from './pathways.ts'
export { getNeed, listNeeds, type Need, type Responsible, readTies } from './queries/needs.ts'
export { listPathwayStandings, type PathwayStanding } from './queries/pathway-statuses.ts'
export { type NewNeed, raiseNeed, raiseNeeds } from './raise-need.ts'
export { readPathwayNames } from './read-frame.ts'
export { renewPathwayStatuses } from './renew-pathway-statuses.ts'
export { setPathwayStatus } from './set-pathway-status.ts'
export { pathwayUrl } from './views/pathway-page.tsx'

export const capability: Capability = { routes: needRoutes }
