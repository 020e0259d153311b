import type { Capability } from '../platform/capability.ts'
import { digestJobs } from './jobs.ts'
import { digestRoutes } from './routes.ts'

export const capability: Capability = {
  routes: digestRoutes,
  jobs: digestJobs,
  crontab: ['*/15 * * * * send-digests'],
}
