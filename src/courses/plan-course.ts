import { addDays, type Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { getProgramme } from '../programmes/index.ts'
import { type Course, insertCourse, insertFacilitator } from './queries/courses.ts'
import { insertSessions } from './queries/sessions.ts'

export interface CoursePlan
  extends Pick<
    Course,
    'programmeId' | 'name' | 'mode' | 'gender' | 'prisonId' | 'wing' | 'place' | 'startsOn' | 'largest'
  > {
  /** 'HH:MM' on the clock of the partnership. */
  time: string
  daysBetween: number
  deputyId: string | null
}

/**
 * Plans a course on the programme's edition of today, with all its sessions; the actor leads it.
 *
 * @returns its id. @throws Refusal `programme.not-found`
 */
export async function planCourse(change: Change, plan: CoursePlan): Promise<string> {
  const { package: edition, version } = await getProgramme(change, plan.programmeId)
  const isGroup = plan.mode === 'GROUP'
  const sizes = isGroup
    ? { smallest: Math.min(edition.composition.smallest, plan.largest), largest: plan.largest }
    : { smallest: 1, largest: 1 }
  const id = await insertCourse(change, { ...plan, ...sizes, edition: version })
  await insertFacilitator(change, id, change.actor.userId, 'LEAD')
  if (plan.deputyId && plan.deputyId !== change.actor.userId)
    await insertFacilitator(change, id, plan.deputyId, 'DEPUTY')
  const sessions = edition.sessions.map(({ key, minutes }, index) => ({
    number: index + 1,
    sessionKey: key,
    startsAt: instantAt(dayOfSession(plan, index), plan.time),
    lengthInMinutes: minutes,
  }))
  await insertSessions(change, id, sessions)
  change.record({ name: 'course.planned', subjectId: id, fieldGroup: 'administration' })
  return id
}

const dayOfSession = ({ startsOn, daysBetween }: CoursePlan, index: number): Day =>
  addDays(startsOn, index * daysBetween)
