import type { Capability } from '../platform/capability.ts'
import { complaintRoutes } from './routes.ts'
import { complaintJobs } from './tell-handlers.ts'

export type { Jurisdiction } from './regulators.ts'
export { RegulatorAddress } from './views/regulator-address.tsx'

export const capability: Capability = {
  routes: complaintRoutes,
  jobs: complaintJobs,
  crontab: ['*/10 * * * * chase-complaints'],
}
