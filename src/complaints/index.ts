import type { Capability } from '../platform/capability.ts'
import { complaintRoutes } from './routes.ts'

export type { Jurisdiction } from './regulators.ts'
export { RegulatorAddress } from './views/regulator-address.tsx'

export const capability: Capability = { routes: complaintRoutes }
