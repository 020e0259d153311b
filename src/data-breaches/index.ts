import type { Capability } from '../platform/capability.ts'
import { breachRoutes } from './routes.ts'
import { breachJobs } from './watch-breaches.ts'

export { type Breach, listOnTheClock } from './queries.ts'
export { ClockBanner } from './views/clock-banner.tsx'

export const capability: Capability = {
  routes: breachRoutes,
  jobs: breachJobs,
  crontab: ['*/10 * * * * watch-breaches'],
}
