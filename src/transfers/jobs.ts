import type { Jobs } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { chaseTransfer, expireTransfer } from './answer-transfer.ts'
import { listDue } from './queries.ts'

/** Started by the clock, may run twice: each is chased or lapses in a change of its own, in its sender's name. */
export const transferJobs: Jobs = {
  'chase-transfers': async ({ database, actor, actingFor, log }) => {
    for (const { transferId, fromAgencyId, what } of await database.read(actor, listDue)) {
      const work = what === 'EXPIRE' ? expireTransfer : chaseTransfer
      try {
        await database.change(actingFor(fromAgencyId), (change) => work(change, transferId))
      } catch (error) {
        if (error instanceof Refusal && error.code === 'transfer.answered') continue
        log.error({ transferId, error }, 'a transfer could not be chased') // due again at the next turn
      }
    }
  },
}
