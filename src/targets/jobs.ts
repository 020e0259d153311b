import type { Jobs } from '../platform/jobs.ts'
import { recountTargets } from './queries/keep.ts'
import { remindSmartPlans } from './queries/smart.ts'

/** Started by the clock, the counting every hour, reminders in the morning before the digests; may run twice. */
export const targetJobs: Jobs = {
  'recount-targets': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await recountTargets(change)
      const details = { count }
      change.record({ name: 'target.all-counted', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
  'remind-smart-plans': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await remindSmartPlans(change)
      const details = { count }
      change.record({
        name: 'smart-action.all-reminded',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details,
      })
    }),
}
