import type { Capability } from '../platform/capability.ts'
import { subjectAccessJobs } from './jobs.ts'

export const capability: Capability = {
  jobs: subjectAccessJobs,
  crontab: ['*/5 * * * * tend-subject-access'],
}
