import { postMail } from '../messages/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { listHandlers, updateChased, updateTold } from './queries.ts'
import { words } from './words.ts'

const daysLeftToChase = 5

interface About {
  aboutAgencyId: string
  aboutAccountId: string | null
}

/** Mails those who handle a complaint, never whom it is about; no name of the person. */
export async function tellHandlers(change: Change, about: About, what: 'new' | 'late'): Promise<void> {
  for (const to of await listHandlers(change, about.aboutAgencyId, about.aboutAccountId)) {
    const say = words(to.locale)
    const text = { subject: say(`mail.${what}-subject`), body: say(`mail.${what}-body`, { name: to.name }) }
    await postMail(change, { to: to.email, accountId: to.id, locale: to.locale, ...text })
  }
}

export const complaintJobs: Jobs = {
  'chase-complaints': async ({ database, actor }) => {
    await database.change(actor, async (change) => {
      const fresh = await updateTold(change)
      for (const about of fresh) await tellHandlers(change, about, 'new')
      const chased = await updateChased(change, addDays(dayAt(change.now), daysLeftToChase))
      for (const about of chased) await tellHandlers(change, about, 'late')
      const details = { fresh: fresh.length, late: chased.length }
      change.record({ name: 'complaint.chased', subjectId: actor.userId, fieldGroup: 'administration', details })
    })
  },
}
