import type { JobContext, Jobs } from '../platform/jobs.ts'
import { closeBreakGlass, escalateLate } from './queries.ts'
import { tellCoordinators } from './tell.ts'

/** Started by the clock; both may run twice. A session carries no sight past its hour, whether or not these run. */
export const breakGlassJobs: Jobs = {
  'close-break-glass': async (work) => {
    await recording(work, 'break-glass.closed', (change) => closeBreakGlass(change, null))
  },
  'escalate-break-glass': async (work) => {
    await recording(work, 'break-glass.escalated', async (change) => {
      const late = await escalateLate(change)
      if (late.length > 0) await tellCoordinators(change)
      return late.length
    })
  },
}

type Work = Parameters<JobContext['database']['change']>[1]

function recording(
  { database, actor }: JobContext,
  name: string,
  work: (change: Parameters<Work>[0]) => Promise<number>,
): Promise<void> {
  return database.change(actor, async (change) => {
    const count = await work(change)
    change.record({ name, subjectId: actor.userId, fieldGroup: 'administration', details: { count } })
  })
}
