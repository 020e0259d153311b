import type { Capability } from '../platform/capability.ts'
import { hubJobs } from './jobs.ts'
import { hubRoutes } from './routes/index.ts'

export const capability: Capability = { routes: hubRoutes, jobs: hubJobs, crontab: ['5 0,1 * * * close-hub-days'] }
