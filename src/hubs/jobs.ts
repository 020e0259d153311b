import { dayAt } from '../platform/calendar-day.ts'
import type { Jobs } from '../platform/jobs.ts'
import { closeDays } from './queries/hubs.ts'

/** Started by the clock after midnight, by summer and by winter time; may run twice. */
export const hubJobs: Jobs = {
  'close-hub-days': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await closeDays(change, dayAt(change.now))
      const details = { count }
      change.record({ name: 'hub.day-closed', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
}
