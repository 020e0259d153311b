import type { Capability } from '../platform/capability.ts'
import { reminderJobs } from './jobs.ts'
import { reminderRoutes } from './routes.ts'

export { planReminders } from './plan-reminders.ts'
export { listRemindersOf, type ReminderOf } from './queries/reminders.ts'
export { ReminderLines } from './views/reminder-lines.tsx'

export const capability: Capability = {
  routes: reminderRoutes,
  jobs: reminderJobs,
  crontab: ['*/5 * * * * plan-reminders'],
}
