import type { Jobs } from '../platform/jobs.ts'
import { hasToRing, ringCallBacks, tidyHelplines } from './queries/call-backs.ts'
import { tellOfCallBack } from './tell.ts'

/** Started by the clock; each may run twice. */
export const helplineJobs: Jobs = {
  'ring-call-backs': async ({ database, actor }) => {
    if (!(await database.read(actor, hasToRing))) return
    await database.change(actor, async (change) => {
      const told = await ringCallBacks(change)
      for (const each of told) await tellOfCallBack(change, each)
      const count = told.length
      change.record({
        name: 'helpline.rang',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details: { count },
      })
    })
  },
  'tidy-helplines': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await tidyHelplines(change)
      change.record({
        name: 'helpline.tidied',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details: { count },
      })
    }),
}
