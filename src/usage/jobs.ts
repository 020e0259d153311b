import type { Jobs } from '../platform/jobs.ts'
import { recountUsage } from './queries.ts'

/** Started by the clock every hour; may run twice. */
export const usageJobs: Jobs = {
  'recount-usage': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await recountUsage(change)
      change.record({
        name: 'usage.counted',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details: { count },
      })
    }),
}
