import { writeNote } from '../contacts/index.ts'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { findWritableCase, insertSession } from './queries/sessions.ts'
import type { Reason, SessionKind, Tag } from './session-kinds.ts'

export interface NewSession {
  /** Made where it was typed: the second sending of the same id is not done again. */
  id: string
  kind: SessionKind
  /** Of a session that was missed or not held. */
  reason?: Reason | undefined
  tags: readonly Tag[]
  /** What happened; may be '' where nothing was held. */
  body: string
  ownWords: string
  lengthInMinutes?: number | undefined
  happenedOn: Day
  nextOn?: Day | undefined
  writtenAt: Date
  /** Written without a network, and sent later. */
  isFromWing?: boolean | undefined
}

/**
 * Writes down what became of a key work session: what was said as a note of the case, what is counted beside it.
 *
 * @throws Refusal `key-work.no-prison` to whoever works in none; `case.not-found`; `key-work.case-closed`; `note.part-closed` to whoever may not write notes there.
 */
export async function recordSession(change: Change, caseId: string, session: NewSession): Promise<void> {
  if (change.actor.agencyKind !== 'prison') throw new Refusal('not allowed', 'key-work.no-prison')
  const found = await findWritableCase(change, caseId)
  if (!found) throw new Refusal('not found', 'case.not-found')
  if (!found.isOpen) throw new Refusal('conflict', 'key-work.case-closed')
  if (!found.mayWrite) throw new Refusal('not allowed', 'note.part-closed', { part: 'notes' })

  const { id, kind, body, ownWords, lengthInMinutes, happenedOn, writtenAt } = session
  const isSaid = body !== '' || ownWords !== ''
  if (isSaid) {
    const happenedAt = happenedOn === dayAt(writtenAt) ? writtenAt : new Date(`${happenedOn}T12:00:00Z`)
    await writeNote(change, caseId, {
      ...{ id, kind: 'KEY_WORK', part: 'notes', body, ownWords, lengthInMinutes, happenedAt },
    })
  }
  await insertSession(change, { ...session, caseId, personId: found.personId, noteId: isSaid ? id : undefined })
  const name = kind === 'MISSED' || kind === 'CANCELLED' ? 'key-work.not-held' : 'key-work.recorded'
  const details = { kind, ...(session.reason && { reason: session.reason }) }
  change.record({ name, subjectId: id, caseId, personId: found.personId, fieldGroup: 'notes', details })
}
