import { getCaseFrame, getCaseSubject } from '../cases/index.ts'
import { dayAt, daysBetween } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Outcome } from './outcomes.ts'
import { firstDays, insertFirstContact, replaceExpectedDays } from './queries/first-days.ts'

/**
 * Keeps what happened on one of the first fourteen days after release.
 *
 * @throws Refusal `case.not-found`; `release-day.closed` when the actor may not write in the plan; `first-days.not-yet` for a
 *   day that has not come.
 */
export async function recordContact(
  change: Change,
  caseId: string,
  contact: { dayNumber: number; outcome: Outcome; note: string },
): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'plan')
  if (!mayWrite) throw new Refusal('not allowed', 'release-day.closed')
  const { releaseOn } = await getCaseFrame(change, caseId)
  const isOver = releaseOn !== null && daysBetween(releaseOn, dayAt(change.now)) >= contact.dayNumber
  if (!isOver || contact.dayNumber > firstDays) throw new Refusal('conflict', 'first-days.not-yet')
  const subjectId = await insertFirstContact(change, { caseId, personId, releasedOn: releaseOn }, contact)
  const { dayNumber, outcome } = contact
  change.record({
    name: 'first-days.recorded',
    subjectId,
    caseId,
    personId,
    fieldGroup: 'plan',
    details: { dayNumber, outcome },
  })
}

/** Says on which days contact is expected. For coordinators. */
export async function expectContact(change: Change, days: readonly number[]): Promise<void> {
  await replaceExpectedDays(change, days)
  const details = { days: days.join(' ') }
  change.record({ name: 'first-days.expected', subjectId: change.actor.userId, fieldGroup: 'administration', details })
}
