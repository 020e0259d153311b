import type { Jobs } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { chaseHandover, endHandover } from './chase-handover.ts'
import { listDue } from './queries/lists.ts'

/** Started by the clock, may run twice: each is chased or ended in a change of its own, in its sender's name. */
export const handoverJobs: Jobs = {
  'chase-handovers': async ({ database, actor, actingFor, log }) => {
    for (const { handoverId, fromAgencyId, what } of await database.read(actor, listDue)) {
      try {
        await database.change(actingFor(fromAgencyId), (change) =>
          what === 'CHASE' ? chaseHandover(change, handoverId) : endHandover(change, handoverId, what),
        )
      } catch (error) {
        if (error instanceof Refusal && error.code === 'handover.moved-on') continue
        log.error({ handoverId, error }, 'a handover could not be chased') // due again at the next turn
      }
    }
  },
}
