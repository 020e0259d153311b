import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {type Course, 
  checkGroup, endFacilitator, type FacilitatorRole, getCourse, insertFacilitator, updateConfirmed, updateEnded,
} from './queries/courses.ts' // biome-ignore format: a list
import { insertObserver, type NewObserver } from './queries/observers.ts'
import { listPlaces, type Place } from './queries/places.ts'
import { getSession } from './queries/sessions.ts'

/** Why a course cannot be confirmed yet: keys of words. */
export type Hindrance = 'too-few' | 'too-many' | 'ask-first' | 'no-lead'

/** What stands between a course and its beginning. A missing deputy is warned of, and hinders nothing. */
export function hindrances(course: Course, places: readonly Place[], states: Record<string, string>): Hindrance[] {
  const group = places.filter(({ enrolledAt, leftAt }) => enrolledAt && !leftAt)
  const found: Hindrance[] = []
  if (group.length < course.smallest) found.push('too-few')
  if (group.length > course.largest) found.push('too-many')
  if (group.some(({ id }) => states[id] && states[id] !== 'MAY')) found.push('ask-first')
  if (!course.facilitators.some(({ role }) => role === 'LEAD')) found.push('no-lead')
  return found
}

/** The group stands and begins. @throws Refusal `course.not-found`, `course.not-ready`, `course.not-yours` */
export async function confirmCourse(change: Change, courseId: string): Promise<void> {
  const course = await getOwnCourse(change, courseId)
  const states = await checkGroup(change, courseId)
  const found = hindrances(course, await listPlaces(change, courseId), states)
  if (found.length > 0) throw new Refusal('conflict', 'course.not-ready', { found })
  if (!(await updateConfirmed(change, courseId))) throw new Refusal('conflict', 'course.changed')
  change.record({ name: 'course.confirmed', subjectId: courseId, fieldGroup: 'administration' })
}

/** The course is over, or never was. @throws Refusal `course.not-found`, `course.not-yours`, `course.changed` */
export async function endCourse(change: Change, courseId: string, how: 'HELD' | 'CALLED_OFF'): Promise<void> {
  await getOwnCourse(change, courseId)
  if (!(await updateEnded(change, courseId, how))) throw new Refusal('conflict', 'course.changed')
  change.record({ name: 'course.ended', subjectId: courseId, fieldGroup: 'administration', details: { how } })
}

/** Names a colleague, or gives them another role. @throws Refusal `course.not-found`, `course.not-yours` */
export async function nameFacilitator(
  change: Change,
  courseId: string,
  accountId: string,
  role: FacilitatorRole,
): Promise<void> {
  await getOwnCourse(change, courseId)
  await endFacilitator(change, courseId, accountId)
  await insertFacilitator(change, courseId, accountId, role)
  change.record({
    name: 'course.facilitator-named',
    subjectId: courseId,
    fieldGroup: 'administration',
    details: { accountId, role },
  })
}

/** @throws Refusal `course.not-found`, `course.not-yours`; `course.last-lead`: somebody has to lead it. */
export async function endFacilitation(change: Change, courseId: string, accountId: string): Promise<void> {
  const { facilitators } = await getOwnCourse(change, courseId)
  const isLeft = facilitators.some((each) => each.accountId !== accountId && each.role === 'LEAD')
  if (!isLeft) throw new Refusal('conflict', 'course.last-lead')
  await endFacilitator(change, courseId, accountId)
  change.record({
    name: 'course.facilitator-ended',
    subjectId: courseId,
    fieldGroup: 'administration',
    details: { accountId },
  })
}

/**
 * Somebody from outside sits in on a session, where each of the group said yes.
 *
 * @throws Refusal `course.session-not-found`, `course.not-yours`; `course.not-all-agreed`
 */
export async function admitObserver(change: Change, sessionId: string, observer: NewObserver): Promise<void> {
  const session = await getSession(change, sessionId)
  await getOwnCourse(change, session.courseId)
  const group = (await listPlaces(change, session.courseId)).filter(({ enrolledAt, leftAt }) => enrolledAt && !leftAt)
  const isAgreed = group.every(({ id }) => observer.agreedPlaceIds.includes(id))
  if (!isAgreed) throw new Refusal('conflict', 'course.not-all-agreed')
  const id = await insertObserver(change, sessionId, observer)
  change.record({ name: 'course.observer-admitted', subjectId: id, fieldGroup: 'administration' })
}

/** A course that the actor's agency runs. @throws Refusal `course.not-found`; `course.not-yours` for whoever only sees it. */
export async function getOwnCourse(change: Change, courseId: string): Promise<Course> {
  const course = await getCourse(change, courseId)
  if (course.agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'course.not-yours')
  return course
}
