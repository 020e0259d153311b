import type { Capability } from '../platform/capability.ts'
import { breakGlassJobs } from './jobs.ts'
import { breakGlassRoutes } from './routes.ts'

export { giveBackGlass, useBreakGlass } from './use-break-glass.ts'

export const capability: Capability = {
  routes: breakGlassRoutes,
  jobs: breakGlassJobs,
  crontab: ['* * * * * close-break-glass', '7 * * * * escalate-break-glass'],
}
