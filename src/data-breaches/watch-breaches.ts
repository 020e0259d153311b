import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { listLeads, updateWarned } from './queries.ts'
import { words } from './words.ts'

/** Mails the leads of each breach that has 24 or 4 hours left, once each; late ones too, should nobody have been told. */
export async function warnLeads(change: Change): Promise<number> {
  let count = 0
  for (const hours of [24, 4] as const) {
    for (const { agencyId } of await updateWarned(change, hours)) {
      count += 1
      for (const to of await listLeads(change, agencyId)) {
        const say = words(to.locale)
        const text = { subject: say('mail.subject', { hours }), body: say('mail.body', { name: to.name, hours }) }
        await postMail(change, { to: to.email, accountId: to.id, locale: to.locale, ...text })
      }
    }
  }
  return count
}

export const breachJobs: Jobs = {
  'watch-breaches': async ({ database, actor }) => {
    await database.change(actor, async (change) => {
      const count = await warnLeads(change)
      change.record({
        name: 'breach.watched',
        subjectId: actor.userId,
        fieldGroup: 'administration',
        details: { count },
      })
    })
  },
}
