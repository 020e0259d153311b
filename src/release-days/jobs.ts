import type { Jobs } from '../platform/jobs.ts'
import { tellMissed } from './queries/first-days.ts'

/** Started by the clock each morning; may run twice: each worker is told once of a day. */
export const releaseDayJobs: Jobs = {
  'tell-missed-contacts': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await tellMissed(change)
      const details = { count }
      change.record({ name: 'first-days.told', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
}
