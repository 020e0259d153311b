import type { Capability } from '../platform/capability.ts'
import { webhookJobs } from './jobs.ts'
import { webhookRoutes } from './routes.ts'

export { eventNames } from './event-names.ts'

export const capability: Capability = {
  routes: webhookRoutes,
  jobs: webhookJobs,
  crontab: ['* * * * * send-webhooks', '50 3 * * * forget-webhook-messages'],
}
