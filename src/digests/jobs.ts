import type { Jobs } from '../platform/jobs.ts'
import { listDue } from './queries.ts'
import { sendDigest } from './send-digest.ts'

/** Started by the clock, may run twice: each mail is a change of its own, and there is one for a day. */
export const digestJobs: Jobs = {
  'send-digests': async ({ database, actor, log }) => {
    for (const due of await database.read(actor, listDue)) {
      try {
        await database.change(actor, (change) => sendDigest(change, due))
      } catch (error) {
        log.error({ accountId: due.accountId, error }, 'a digest could not be sent') // due again at the next turn
      }
    }
  },
}
