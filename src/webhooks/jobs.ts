import { hostsPermittedBy } from '../outside-hosts/index.ts'
import { config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { askOutside, OutsideFault } from '../platform/outside.ts'
import { deleteOldMessages } from './queries/messages.ts'
import { type Post, sendWebhooks } from './send-webhooks.ts'

const daysKept = 30

/** Posts by the program's one door to the world. */
export const postTo =
  (database: Database, isDevelopment: boolean): Post =>
  async (url, headers, body) => {
    const terms = { isDevelopment, isPermitted: hostsPermittedBy(database) }
    return askOutside(url, { method: 'POST', headers, body }, terms).then(
      ({ status }) => ({ status }),
      (error: unknown) => ({
        trouble: error instanceof OutsideFault && error.isBarred ? 'NOT_PERMITTED' : 'NO_ANSWER',
      }),
    )
  }

const isDevelopment = !config.PUBLIC_URL?.startsWith('https:')

export const webhookJobs: Jobs = {
  'send-webhooks': async ({ database, actor }) => {
    await sendWebhooks(database, actor, postTo(database, isDevelopment))
  },
  'forget-webhook-messages': async ({ database, actor }) => {
    await database.change(actor, async (change) => {
      const count = await deleteOldMessages(change, new Date(change.now.getTime() - daysKept * 86_400_000))
      change.record({
        name: 'webhooks.forgotten',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details: { count },
      })
    })
  },
}
