import type { Capability } from '../platform/capability.ts'
import { usageJobs } from './jobs.ts'
import { usageRoutes } from './routes.ts'

export const capability: Capability = {
  routes: usageRoutes,
  jobs: usageJobs,
  crontab: ['50 * * * * recount-usage'],
}
