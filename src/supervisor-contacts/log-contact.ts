import { type NoteKind, writeNote } from '../contacts/index.ts'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ContactKind } from './contact-kinds.ts'
import { getContact, insertContact, updateWithdrawn } from './queries.ts'

/**
 * Writes down that the supervisor outside was in touch. What was said, where something is typed, is a note of the case.
 *
 * @throws Refusal `case.not-found`; `note.part-closed` for words of somebody who may not write notes there.
 */
export async function logContact(
  change: Change,
  caseId: string,
  { kind, happenedOn, words }: { kind: ContactKind; happenedOn: Day; words: string },
): Promise<void> {
  const id = newId()
  const noteKind: NoteKind = kind === 'PHONE' ? 'PHONE' : 'CONTACT'
  const happenedAt = happenedOn === dayAt(change.now) ? change.now : new Date(`${happenedOn}T12:00:00Z`)
  const noteId = words
    ? await writeNote(change, caseId, { kind: noteKind, part: 'notes', body: words, happenedAt })
    : undefined
  const personId = await insertContact(change, { id, caseId, kind, happenedOn, noteId })
  if (!personId) throw new Refusal('not found', 'case.not-found')
  const name = 'supervisor-contact.logged'
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'custody', details: { kind } })
}

/** Takes a contact back that was not one; its note stays. @throws Refusal `supervisor-contact.not-found`, `supervisor-contact.not-yours` */
export async function withdrawContact(change: Change, id: string): Promise<{ caseId: string }> {
  const { caseId, personId, madeById, kind } = await getContact(change, id)
  if (madeById !== change.actor.userId) throw new Refusal('not allowed', 'supervisor-contact.not-yours')
  await updateWithdrawn(change, id)
  const name = 'supervisor-contact.withdrawn'
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'custody', details: { kind } })
  return { caseId }
}
