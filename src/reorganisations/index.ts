import type { Capability } from '../platform/capability.ts'
import { reorganisationJobs } from './carry-out-reorganisation.ts'
import { reorganisationRoutes } from './routes.ts'

export const capability: Capability = {
  routes: reorganisationRoutes,
  jobs: reorganisationJobs,
  crontab: ['*/10 * * * * carry-out-reorganisations'], // what a stop of the program left
}
