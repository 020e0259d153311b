import type { Capability } from '../platform/capability.ts'
import { subjectAccessJobs } from './jobs.ts'
import { subjectAccessRoutes } from './routes/index.ts'

export const capability: Capability = {
  routes: subjectAccessRoutes,
  jobs: subjectAccessJobs,
  crontab: ['*/5 * * * * tend-subject-access'],
}
