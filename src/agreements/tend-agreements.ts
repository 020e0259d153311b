import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { formatDay } from '../platform/dates.ts'
import { type Jobs, systemUserId } from '../platform/jobs.ts'
import { listCoordinators, tend } from './queries/change-agreements.ts'
import { words } from './words.ts'

/** Begins what begins today, takes out what is over, and tells coordinators once what is due within 30 days. */
export async function tendAgreements(change: Change): Promise<void> {
  const due = await tend(change)
  const coordinators = due.length > 0 ? await listCoordinators(change) : []
  for (const { id, title, dueOn, isReview } of due) {
    for (const { email, locale } of coordinators) {
      const say = words(locale)
      const values = { title, day: formatDay(locale, dueOn, 'full') }
      const subject = say(isReview ? 'mail.review' : 'mail.end', values)
      await postMail(change, { to: email, locale, subject, body: say('mail.body', values) })
    }
    change.record({ name: 'agreement.due', subjectId: id, fieldGroup: 'administration', details: { dueOn } })
  }
  change.record({ name: 'agreements.tended', subjectId: systemUserId, fieldGroup: 'administration' })
}

export const agreementJobs: Jobs = {
  'tend-agreements': ({ database, actor }) => database.change(actor, tendAgreements),
}
