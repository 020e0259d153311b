import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ReminderChoice, upsertChoice } from './queries/choices.ts'

/**
 * Keeps how a person wants to be reminded. What waits under an earlier choice is not sent any more: NONE stops all.
 *
 * @param version - of the choice as the worker saw it; 0 while there is none.
 * @throws Refusal `case.not-found`; `reminders.contact-closed` when the actor may not write how to reach them;
 *   `reminders.changed-meanwhile`.
 */
export async function chooseReminders(
  change: Change,
  caseId: string,
  version: number,
  choice: ReminderChoice,
): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'contact')
  if (!mayWrite) throw new Refusal('not allowed', 'reminders.contact-closed')
  if (!(await upsertChoice(change, personId, version, choice)))
    throw new Refusal('conflict', 'reminders.changed-meanwhile')
  const details = { way: choice.way }
  change.record({ name: 'reminders.chosen', subjectId: personId, caseId, personId, fieldGroup: 'contact', details })
}
