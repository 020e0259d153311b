import type { Capability } from '../platform/capability.ts'
import { retentionJobs } from './jobs.ts'

export const capability: Capability = {
  jobs: retentionJobs,
  crontab: ['20 2 * * * advance-retention', '*/10 * * * * execute-disposals'],
}
