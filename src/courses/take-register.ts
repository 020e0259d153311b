import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSessionToMark, listPlacesToMark, type Mark, upsertMarks, upsertSessionNote } from './queries/register.ts'

export interface TakenRegister {
  /** By place; whoever is left out is not marked yet. */
  marks: ReadonlyMap<string, { mark: Mark; why: string }>
  /** Of the session as a whole; '' writes none. */
  note: string
  /** Up to when the page showed what others had marked. */
  seenUntil: Date
  /** When the session began, as the page said. Left out: as it stands. */
  startsAt?: Date | undefined
  /** Taken without a network at that time. */
  writtenAt?: Date | undefined
}

/**
 * Keeps what one facilitator marked, whoever else marks the same session. Somebody who stood on the page and has left the group since is
 * marked all the same.
 *
 * @returns the session's course. @throws Refusal `course.session-not-found`, `course.not-yours`, `course.session-cancelled`
 */
export async function takeRegister(change: Change, sessionId: string, register: TakenRegister): Promise<string> {
  const { marks, note, seenUntil, writtenAt = null } = register
  const session = await getSessionToMark(change, sessionId)
  if (session.agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'course.not-yours')
  if (session.cancelledAt) throw new Refusal('conflict', 'course.session-cancelled')
  const places = await listPlacesToMark(change, session.courseId, [...marks.keys()])
  const taken = places.map((place) => ({ ...place, ...marks.get(place.placeId)! }))
  const page = {
    seenUntil: new Date(Math.min(seenUntil.getTime(), change.now.getTime())),
    startsAt: register.startsAt ?? session.startsAt,
    writtenAt,
  }
  if (taken.length > 0) await upsertMarks(change, session, taken, page)
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
    details: { count: taken.length, ...(writtenAt && { isFromWing: true }) },
  })
  return session.courseId
}
