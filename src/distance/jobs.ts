import type { Jobs } from '../platform/jobs.ts'
import { recountDistance } from './queries/distance.ts'

/** Started by the clock every night; may run twice. */
export const distanceJobs: Jobs = {
  'recount-distance': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await recountDistance(change)
      const details = { count }
      change.record({ name: 'distance.counted', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
}
