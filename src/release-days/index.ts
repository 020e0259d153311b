import type { Capability } from '../platform/capability.ts'
import { releaseDayJobs } from './jobs.ts'
import { releaseDayRoutes } from './routes/index.ts'

export { tryFirstDay } from './read-rehearsal.ts'
export type { DayPlan, Leg } from './the-day/day-plan.ts'
export { mendDay } from './the-day/mend-day.ts'
export { walkDay } from './the-day/walk-day.ts'

export const capability: Capability = {
  routes: releaseDayRoutes,
  jobs: releaseDayJobs,
  crontab: ['0 8 * * * tell-missed-contacts'],
}
