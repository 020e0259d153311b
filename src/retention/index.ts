import type { Capability } from '../platform/capability.ts'
import { retentionJobs } from './jobs.ts'
import { retentionRoutes } from './routes/index.ts'

export { actionLabel, classLabel, triggerLabel } from './labels.ts'
export { getSchedule, type Schedule } from './queries/schedule.ts'

export const capability: Capability = {
  routes: retentionRoutes,
  jobs: retentionJobs,
  crontab: ['20 2 * * * advance-retention', '*/10 * * * * execute-disposals'],
}
