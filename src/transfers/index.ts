import type { Capability } from '../platform/capability.ts'
import { transferJobs } from './jobs.ts'
import { transferRoutes } from './routes.ts'

export { acceptTransfer, cancelTransfer, declineTransfer } from './answer-transfer.ts'
export { type Proposal, proposeTransfer } from './propose-transfer.ts'

export const capability: Capability = {
  routes: transferRoutes,
  jobs: transferJobs,
  crontab: ['*/10 * * * * chase-transfers'],
}
