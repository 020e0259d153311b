import { postMail } from '../messages/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Actor, Database } from '../platform/database.ts'
import { formatDay, formatTime } from '../platform/dates.ts'
import { type PlannedReminder, planDue } from './queries/reminders.ts'
import { words } from './words.ts'

/**
 * Makes the reminders that are due, once for each appointment and time, and puts e-mails and texts into the outbox with them.
 * Letters wait for somebody who prints them.
 *
 * @param actor - the system.
 * @returns how many were made.
 */
export async function planReminders(database: Database, actor: Actor): Promise<number> {
  return database.change(actor, async (change) => {
    const planned = await planDue(change)
    for (const each of planned) if (each.way !== 'LETTER') await postMail(change, messageOf(each))
    const details = { count: planned.length }
    change.record({ name: 'reminders.planned', subjectId: actor.userId, fieldGroup: 'administration', details })
    return planned.length
  })
}

/** Nothing in it says who it is for, what it is about or, unless they agreed, with whom: anybody may pick up a telephone. */
function messageOf({ id, way, to, locale, forAt, agencyName }: PlannedReminder) {
  const say = words(locale)
  const when = { day: formatDay(locale, dayAt(forAt), 'long'), time: formatTime(locale, forAt) }
  const body = agencyName ? say('message.with', { ...when, agency: agencyName }) : say('message.plain', when)
  return { to, locale, subject: say('message.subject'), body, way: way as 'EMAIL' | 'TEXT', reminderId: id }
}
