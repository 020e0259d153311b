import type { Capability } from '../platform/capability.ts'
import { messageJobs } from './jobs.ts'
import { messageRoutes } from './routes.ts'

export { deliverTo } from './deliver.ts'
export { areTextsSent } from './jobs.ts'
export { type NewMail, postMail } from './post-mail.ts'
export { sendWaitingMail } from './send-mail.ts'

export const capability: Capability = {
  routes: messageRoutes,
  jobs: messageJobs,
  crontab: ['* * * * * send-mail', '*/5 * * * * ask-after-messages'],
}
