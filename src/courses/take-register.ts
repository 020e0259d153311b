import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getOwnCourse } from './lead-course.ts'
import { type Mark, readRegister, upsertMarks, upsertSessionNote } from './queries/register.ts'
import { getSession } from './queries/sessions.ts'

export interface TakenRegister {
  /** By place; whoever is left out is not marked yet. */
  marks: ReadonlyMap<string, { mark: Mark; why: string }>
  /** Of the session as a whole; '' writes none. */
  note: string
  /** Up to when the page showed what others had marked. */
  seenUntil: Date
}

/**
 * Keeps what one facilitator marked, whoever else marks the same session.
 *
 * @returns the session's course. @throws Refusal `course.session-not-found`, `course.not-yours`, `course.session-cancelled`
 */
export async function takeRegister(
  change: Change,
  sessionId: string,
  { marks, note, seenUntil }: TakenRegister,
): Promise<string> {
  const session = await getSession(change, sessionId)
  await getOwnCourse(change, session.courseId)
  if (session.cancelledAt) throw new Refusal('conflict', 'course.session-cancelled')
  const lines = await readRegister(change, session)
  const taken = lines.flatMap((line) => {
    const marked = marks.get(line.placeId)
    return marked ? [{ ...line, ...marked }] : []
  })
  if (taken.length > 0) await upsertMarks(change, session, taken, seenUntil < change.now ? seenUntil : change.now)
  if (note !== '') await upsertSessionNote(change, sessionId, note)
  for (const { placeId, caseId, personId } of taken) {
    change.record({
      name: 'course.marked',
      subjectId: placeId,
      caseId,
      personId,
      fieldGroup: 'mentoring',
      details: { sessionId },
    })
  }
  change.record({
    name: 'course.register-taken',
    subjectId: sessionId,
    fieldGroup: 'administration',
    details: { count: taken.length },
  })
  return session.courseId
}
