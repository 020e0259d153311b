import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CourseGender, CourseMode, ProgrammePackage } from '../../programmes/index.ts'

export type FacilitatorRole = 'LEAD' | 'FACILITATOR' | 'DEPUTY'

export interface Facilitator {
  id: string
  accountId: string
  name: string
  role: FacilitatorRole
}

/** One running of a programme, with the edition that it runs on. */
export interface Course {
  id: string
  agencyId: string
  agencyName: string
  programmeId: string
  edition: number
  package: ProgrammePackage
  name: string
  mode: CourseMode
  gender: CourseGender
  /** null: in the community. */
  prisonId: string | null
  prisonName: string | null
  wing: string | null
  place: string
  startsOn: Day
  smallest: number
  largest: number
  confirmedAt: Date | null
  endedAt: Date | null
  endedHow: 'HELD' | 'CALLED_OFF' | null
  facilitators: Facilitator[]
}

const columns = sql`c.id, c.agency_id as "agencyId", y.name as "agencyName", c.programme_id as "programmeId", c.edition, e.package, c.name, c.mode, c.gender,
  c.prison_id as "prisonId", r.name as "prisonName", c.wing, c.place, c.starts_on as "startsOn", c.smallest, c.largest, c.confirmed_at as "confirmedAt",
  c.ended_at as "endedAt", c.ended_how as "endedHow",
  (select coalesce(json_agg(json_build_object('id', f.id, 'accountId', a.id, 'name', a.name, 'role', f.role) order by f.role = 'DEPUTY', f.role = 'FACILITATOR', a.name), '[]')
    from course_facilitator f join account a on a.id = f.account_id where f.course_id = c.id and f.ended_at is null) as facilitators
  from course c join agency y on y.id = c.agency_id left join agency r on r.id = c.prison_id
  join programme_edition e on e.programme_id = c.programme_id and e.version = c.edition`

/** A line of the list of courses. */
export interface CourseLine extends Course {
  sessions: number
  held: number
  nextAt: Date | null
  enrolled: number
  waiting: number
}

/** The courses that the reader sees: those that run, then those to come, then those that ended, at most 200. */
export async function listCourses({ db, now }: Reading): Promise<CourseLine[]> {
  const { rows } = await sql<CourseLine>`
    select t.*, n.* from (select ${columns}) t
    cross join lateral (select count(*)::int as sessions, (count(*) filter (where exists (select from course_mark m where m.session_id = s.id)))::int as held,
        min(s.starts_at) filter (where s.starts_at > ${now}) as "nextAt",
        (select count(*)::int from course_place p where p.course_id = t.id and p.enrolled_at is not null and p.left_at is null) as enrolled,
        (select count(*)::int from course_place p where p.course_id = t.id and p.enrolled_at is null and p.left_at is null) as waiting
      from course_session s where s.course_id = t.id and s.cancelled_at is null and s.catch_up_of_id is null) n
    order by t."endedAt" is not null, t."confirmedAt" is null, t."startsOn" desc, t.id limit 200`.execute(db)
  return rows
}

/** @throws Refusal `course.not-found` */
export async function getCourse({ db }: Reading, id: string): Promise<Course> {
  const { rows } = await sql<Course>`select ${columns} where c.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'course.not-found')
  return rows[0]
}

export type NewCourse = Omit<
  Course,
  'id' | 'agencyId' | 'agencyName' | 'package' | 'prisonName' | 'confirmedAt' | 'endedAt' | 'endedHow' | 'facilitators'
>

export async function insertCourse({ db, actor, now }: Change, course: NewCourse): Promise<string> {
  const id = newId()
  await sql`insert into course (id, agency_id, programme_id, edition, name, mode, gender, prison_id, wing, place, starts_on, smallest, largest, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${course.programmeId}, ${course.edition}, ${course.name}, ${course.mode}, ${course.gender}, ${course.prisonId},
      ${course.wing}, ${course.place}, ${course.startsOn}, ${course.smallest}, ${course.largest}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whether it was open and not confirmed yet. */
export async function updateConfirmed({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update course set confirmed_at = ${now}, confirmed_by = ${actor.userId}
    where id = ${id} and confirmed_at is null and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateEnded({ db, now }: Change, id: string, how: 'HELD' | 'CALLED_OFF'): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update course set ended_at = ${now}, ended_how = ${how} where id = ${id} and ended_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function insertFacilitator(
  { db, actor, now }: Change,
  courseId: string,
  accountId: string,
  role: FacilitatorRole,
): Promise<void> {
  await sql`insert into course_facilitator (id, course_id, account_id, role, named_by, named_at)
    values (${newId()}, ${courseId}, ${accountId}, ${role}, ${actor.userId}, ${now})`.execute(db)
}

/** Ends the place of somebody who leads the course, whichever it is. */
export async function endFacilitator({ db, now }: Change, courseId: string, accountId: string): Promise<void> {
  await sql`update course_facilitator set ended_at = ${now} where course_id = ${courseId} and account_id = ${accountId} and ended_at is null`.execute(
    db,
  )
}

/** Of each place whether somebody has to be asked about it before the group is confirmed; never why. */
export type CheckState = 'ASK' | 'MAY' | 'MAY_NOT'

export async function checkGroup({ db }: Reading, courseId: string): Promise<Record<string, CheckState>> {
  const { rows } = await sql<{
    place_id: string
    state: CheckState
  }>`select place_id, state from check_group(${courseId})`.execute(db)
  return Object.fromEntries(rows.map(({ place_id, state }) => [place_id, state]))
}
