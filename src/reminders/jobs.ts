import type { Jobs } from '../platform/jobs.ts'
import { planReminders } from './plan-reminders.ts'

export const reminderJobs: Jobs = {
  'plan-reminders': async ({ database, actor }) => {
    await planReminders(database, actor)
  },
}
