import type { Change } from '../platform/database.ts'
import { markPrinted } from './queries/reminders.ts'

/** Says that letters were printed, so that nobody prints them again. @returns how many. */
export async function printLetters(change: Change, ids: readonly string[]): Promise<number> {
  const printed = await markPrinted(change, ids)
  for (const { id, caseId, personId } of printed)
    change.record({ name: 'reminder.printed', subjectId: id, caseId, personId, fieldGroup: 'plan' })
  if (printed.length === 0)
    change.record({ name: 'reminder.nothing-printed', subjectId: change.actor.userId, fieldGroup: 'administration' })
  return printed.length
}
