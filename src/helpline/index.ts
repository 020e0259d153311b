import type { Capability } from '../platform/capability.ts'
import { helplineJobs } from './jobs.ts'
import { helplineRoutes } from './routes/index.ts'

export { countHandOffs } from './queries/hand-offs.ts'
export { mayRunHelpline } from './who-runs.ts'

export const capability: Capability = {
  routes: helplineRoutes,
  jobs: helplineJobs,
  crontab: ['* * * * * ring-call-backs', '40 3 * * * tidy-helplines'],
}
