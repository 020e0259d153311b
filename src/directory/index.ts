import type { Capability } from '../platform/capability.ts'
import { directoryRoutes } from './routes/index.ts'

export { readEligibility } from './eligibility.ts'
export { byFit, type Fit, fitOf, type PersonToPlace, type Wish } from './fit.ts'
export { addService } from './keep-service.ts'
export type { Reliability, Service, ServiceFields } from './listed-service.ts'
export { getService, listServicesForPathway, listServicesOf } from './queries/services.ts'
export { factsOf, fitsOf, fitTagOf, freeOf, reasonText } from './shown.ts'

export const capability: Capability = { routes: directoryRoutes }
