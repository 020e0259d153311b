import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getOwnCourse } from './lead-course.ts'
import { type CourseSession, getSession, insertSessions, updateCancelled, updateSession } from './queries/sessions.ts'

export interface SessionChange extends Pick<CourseSession, 'startsAt' | 'lengthInMinutes' | 'ownPlan' | 'version'> {
  /** The time was wrong: marks that were taken still count. Else it is held anew, and they are kept and do not. */
  isCorrection: boolean
}

/** Moves a session or changes its plan. @returns its course. @throws Refusal `course.session-not-found`, `course.not-yours`, `course.changed` */
export async function changeSession(
  change: Change,
  sessionId: string,
  { version, ...to }: SessionChange,
): Promise<string> {
  const session = await getOwnSession(change, sessionId)
  if (!(await updateSession(change, { ...session, version }, to))) throw new Refusal('conflict', 'course.changed')
  const isMoved = session.startsAt.getTime() !== to.startsAt.getTime()
  change.record({
    name: isMoved ? 'course.session-moved' : 'course.session-changed',
    subjectId: sessionId,
    fieldGroup: 'administration',
  })
  return session.courseId
}

/** @returns its course. @throws Refusal `course.session-not-found`, `course.not-yours`, `course.session-cancelled` */
export async function cancelSession(change: Change, sessionId: string): Promise<string> {
  const session = await getOwnSession(change, sessionId)
  if (!(await updateCancelled(change, sessionId))) throw new Refusal('conflict', 'course.session-cancelled')
  change.record({ name: 'course.session-cancelled', subjectId: sessionId, fieldGroup: 'administration' })
  return session.courseId
}

/** A second meeting for those who missed one. @returns its id. @throws Refusal `course.session-not-found`, `course.not-yours` */
export async function addCatchUp(change: Change, sessionId: string, startsAt: Date): Promise<string> {
  const { courseId, number, sessionKey, lengthInMinutes, catchUpOfId } = await getOwnSession(change, sessionId)
  const made = { number, sessionKey, startsAt, lengthInMinutes, catchUpOfId: catchUpOfId ?? sessionId }
  const [id] = await insertSessions(change, courseId, [made])
  change.record({ name: 'course.catch-up-planned', subjectId: id!, fieldGroup: 'administration' })
  return id!
}

async function getOwnSession(change: Change, sessionId: string): Promise<CourseSession> {
  const session = await getSession(change, sessionId)
  await getOwnCourse(change, session.courseId)
  return session
}
