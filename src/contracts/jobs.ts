import type { Jobs } from '../platform/jobs.ts'
import { listAgenciesToCount, recountContracts } from './queries/counts.ts'

/** Started by the clock every hour; may run twice. */
export const contractJobs: Jobs = {
  'count-contracts': async ({ database, actor, actingFor }) => {
    for (const agencyId of await database.read(actor, listAgenciesToCount)) {
      await database.change(actingFor(agencyId), async (change) => {
        const count = await recountContracts(change)
        change.record({
          name: 'contract.all-counted',
          subjectId: agencyId,
          fieldGroup: 'administration',
          details: { count },
        })
      })
    }
  },
}
