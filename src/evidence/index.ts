import type { Capability } from '../platform/capability.ts'
import { evidenceJobs } from './jobs.ts'
import { evidenceRoutes } from './routes/index.ts'

export const capability: Capability = {
  routes: evidenceRoutes,
  jobs: evidenceJobs,
  crontab: ['15 3 * * * forget-analyses', '45 3 * * * count-public-results'],
}
