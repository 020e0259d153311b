import type { Jobs } from '../platform/jobs.ts'
import { recountTargets } from './queries/keep.ts'

/** Started by the clock every hour; may run twice. */
export const targetJobs: Jobs = {
  'recount-targets': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await recountTargets(change)
      const details = { count }
      change.record({ name: 'target.all-counted', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
}
