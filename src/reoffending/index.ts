import type { Capability } from '../platform/capability.ts'
import { provenCommand } from './commands/proven.ts'
import { riskCommand } from './commands/risk.ts'
import { reoffendingJobs } from './jobs.ts'
import { reoffendingRoutes } from './routes/index.ts'

export { listScores, type ScoredCohort } from './queries/results.ts'
export { readCohort, readCohorts, type SeenCohort } from './read-cohort.ts'

export const capability: Capability = {
  routes: reoffendingRoutes,
  jobs: reoffendingJobs,
  crontab: ['25 3 * * * forget-extracts', '35 3 * * * count-cohorts'], // a cohort matures by the day
  fileCommands: [provenCommand, riskCommand],
}
