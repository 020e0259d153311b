import { z } from 'zod'
import type { Jobs } from '../platform/jobs.ts'
import { sendForgottenLink } from './password-links.ts'
import { forgetOldSignIns } from './queries/sessions.ts'

const whoForgot = z.object({ email: z.string() })

export const signInJobs: Jobs = {
  'send-password-link': async ({ database, actor }, payload) => {
    await sendForgottenLink(database, actor, whoForgot.parse(payload).email)
  },
  'forget-old-sign-ins': async ({ database }) => forgetOldSignIns(database, database.clock.now()),
}
