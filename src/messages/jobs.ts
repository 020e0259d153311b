import { config } from '../platform/config.ts'
import type { Jobs } from '../platform/jobs.ts'
import { askAfterMessages } from './ask-after.ts'
import { deliverTo } from './deliver.ts'
import { askNotify, deliverByNotify, type NotifySettings } from './notify.ts'
import { type Deliver, sendWaitingMail } from './send-mail.ts'
import type { Way } from './ways.ts'

const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`

const notify: NotifySettings | undefined = config.NOTIFY_KEY
  ? {
      key: config.NOTIFY_KEY,
      url: config.NOTIFY_URL,
      templates: { TEXT: config.NOTIFY_TEXT_TEMPLATE, EMAIL: config.NOTIFY_MAIL_TEMPLATE },
      isDevelopment: !publicUrl.startsWith('https:'),
    }
  : undefined

/** Whether somebody carries texts for this partnership. */
export const areTextsSent = Boolean(notify?.templates.TEXT)

export const messageJobs: Jobs = {
  'send-mail': async ({ database, actor }) => {
    const smtp = config.MAIL_URL ? deliverTo(config.MAIL_URL, publicUrl) : undefined
    const byNotify = notify && deliverByNotify(notify)
    const carriers: Partial<Record<Way, Deliver>> = {
      ...(byNotify && areTextsSent && { TEXT: byNotify }),
      ...(byNotify && notify?.templates.EMAIL && { EMAIL: byNotify }),
      ...(smtp && { EMAIL: smtp.deliver }),
    }
    const ways = Object.keys(carriers) as Way[]
    try {
      // What nobody carries waits in the outbox, where a page shows it.
      if (ways.length > 0) await sendWaitingMail(database, actor, (mail) => carriers[mail.way]!(mail), ways)
    } finally {
      smtp?.close()
    }
  },
  'ask-after-messages': async ({ database, actor }) => {
    if (notify) await askAfterMessages(database, actor, (outsideId) => askNotify(notify, outsideId))
  },
}
