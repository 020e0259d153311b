import { tellWorkers } from '../alerts/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { EntryCode } from './entry-kinds.ts'
import { getOwnCourse } from './lead-course.ts'
import { type CheckState, checkGroup } from './queries/courses.ts'
import { listFailed } from './queries/eligibility.ts'
import { insertEntry, type Measured, type NewEntry, upsertMeasured } from './queries/entries.ts'
import {
  getPlace,
  insertPlaces,
  type LeftHow,
  listPlaces,
  type Place,
  updateBack,
  updateEnrolled,
  updateLeft,
} from './queries/places.ts'

/**
 * Puts people on the waiting list, with the rules that they did not meet on that day. Only whom the actor's agency may work with.
 *
 * @returns how many are new on it. @throws Refusal `course.not-found`, `course.not-yours`, `course.ended`, `course.nobody-new`
 */
export async function putOnList(change: Change, courseId: string, caseIds: readonly string[]): Promise<number> {
  const course = await getOwnCourse(change, courseId)
  if (course.endedAt) throw new Refusal('conflict', 'course.ended')
  const people = await listFailed(change, course, course.package.eligibility, caseIds)
  const before = await checkGroup(change, courseId)
  const made = people.length > 0 ? await insertPlaces(change, courseId, people) : []
  if (made.length === 0) throw new Refusal('conflict', 'course.nobody-new')
  for (const { id, caseId, personId } of made) {
    change.record({ name: 'course.person-waits', subjectId: id, caseId, personId, fieldGroup: 'referrals' })
  }
  await tellWhoDecides(change, courseId, before)
  return made.length
}

/**
 * From the waiting list into the group. In a group that is confirmed already, nobody comes in about whom somebody has to be asked first.
 *
 * @throws Refusal `course.place-not-found`, `course.not-yours`, `course.changed`, `course.ask-first`, `course.full`
 */
export async function enrol(change: Change, placeId: string, version: number): Promise<Place> {
  const place = await getPlace(change, placeId)
  const course = await getOwnCourse(change, place.courseId)
  if (course.endedAt) throw new Refusal('conflict', 'course.ended')
  const before = await checkGroup(change, course.id)
  if (!(await updateEnrolled(change, { id: placeId, version }))) throw new Refusal('conflict', 'course.changed')
  const isAsked = await tellWhoDecides(change, course.id, before)
  if (course.confirmedAt && isAsked) throw new Refusal('conflict', 'course.ask-first')
  recordOf(change, place, 'course.person-enrolled')
  return place
}

export interface Leaving {
  version: number
  how: LeftHow
  code: EntryCode<'LEAVING'>
  words: string
}

/** Somebody leaves the list or the group, with the reason that stands behind the wall. @throws Refusal `course.place-not-found`, `course.changed` */
export async function leave(change: Change, placeId: string, { version, how, code, words }: Leaving): Promise<Place> {
  const place = await getPlace(change, placeId)
  await getOwnCourse(change, place.courseId)
  if (!(await updateLeft(change, { id: placeId, version }, how))) throw new Refusal('conflict', 'course.changed')
  if (how !== 'COMPLETED')
    await insertEntry(change, place, { kind: 'LEAVING', code, words, happenedOn: dayAt(change.now) })
  recordOf(change, place, 'course.person-left', { how })
  return place
}

/** The door stays open. @throws Refusal `course.place-not-found`, `course.changed` */
export async function comeBack(change: Change, placeId: string, version: number): Promise<Place> {
  const place = await getPlace(change, placeId)
  await getOwnCourse(change, place.courseId)
  if (!(await updateBack(change, { id: placeId, version }))) throw new Refusal('conflict', 'course.changed')
  recordOf(change, place, 'course.person-came-back')
  return place
}

/** Writes something about a participant, behind the wall. @throws Refusal `course.place-not-found`, `course.not-yours` */
export async function writeEntry(change: Change, placeId: string, entry: NewEntry): Promise<Place> {
  const place = await getPlace(change, placeId)
  await getOwnCourse(change, place.courseId)
  const id = await insertEntry(change, place, entry)
  const { caseId, personId } = place
  change.record({ name: 'course.entry-written', subjectId: id, caseId, personId, fieldGroup: 'mentoring' })
  return place
}

/** Keeps what somebody answered before or after; answered again, it takes the place of what was there. @throws Refusal `course.place-not-found` */
export async function keepMeasured(change: Change, placeId: string, measured: Measured): Promise<Place> {
  const place = await getPlace(change, placeId)
  await getOwnCourse(change, place.courseId)
  await upsertMeasured(change, place, measured)
  const { caseId, personId } = place
  change.record({ name: 'course.measured', subjectId: placeId, caseId, personId, fieldGroup: 'mentoring' })
  return place
}

/**
 * Tells the named workers who see somebody's risk that a group asks about them, once it does.
 *
 * @returns whether there is anybody in the group who may not be in it yet.
 */
async function tellWhoDecides(change: Change, courseId: string, before: Record<string, CheckState>): Promise<boolean> {
  const states = await checkGroup(change, courseId)
  const places = Object.keys(states).length > 0 ? await listPlaces(change, courseId) : []
  for (const { id, caseId } of places) {
    if (states[id] !== 'ASK' || before[id] === 'ASK') continue
    await tellWorkers(change, { caseId, name: 'course.asks', subjectId: id, fieldGroup: 'risk' })
  }
  return places.some(({ id, enrolledAt }) => enrolledAt && states[id] && states[id] !== 'MAY')
}

function recordOf(
  change: Change,
  { id, caseId, personId }: Place,
  name: string,
  details: Record<string, unknown> = {},
): void {
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: 'referrals', details })
}
