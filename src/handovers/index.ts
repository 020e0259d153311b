import type { Capability } from '../platform/capability.ts'
import { handoverJobs } from './jobs.ts'
import { handoverRoutes } from './routes.ts'

export { countToDo, type HandoversToDo } from './queries/lists.ts'

export const capability: Capability = {
  routes: handoverRoutes,
  jobs: handoverJobs,
  crontab: ['5,35 * * * * chase-handovers'],
}
