import type { Jobs } from '../platform/jobs.ts'
import { advanceRetention, executeDisposals } from './execute-disposal.ts'

/** Started by the clock; both may run twice. */
export const retentionJobs: Jobs = {
  'advance-retention': async ({ database, actor }) => void (await advanceRetention(database, actor)),
  'execute-disposals': ({ database, actor }) => executeDisposals(database, actor),
}
