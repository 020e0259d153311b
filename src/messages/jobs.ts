import { config } from '../platform/config.ts'
import type { Jobs } from '../platform/jobs.ts'
import { deliverTo } from './deliver.ts'
import { sendWaitingMail } from './send-mail.ts'

export const messageJobs: Jobs = {
  'send-mail': async ({ database, actor }) => {
    if (!config.MAIL_URL) return // it waits in the outbox, where a page shows it
    const { deliver, close } = deliverTo(config.MAIL_URL, config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`)
    try {
      await sendWaitingMail(database, actor, deliver)
    } finally {
      close()
    }
  },
}
