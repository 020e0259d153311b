import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import { dayAt, homeZone } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { RuleCode } from '../../programmes/index.ts'
import { settledMarks } from './settled-marks.ts'

/** Where somebody stands on a course; read from what happened, and kept nowhere. */
export type PlaceState = 'WAITLISTED' | 'ENROLLED' | 'ACTIVE' | LeftHow
export type LeftHow = 'COMPLETED' | 'DROPPED_OUT' | 'WITHDRAWN' | 'NOT_TAKEN_IN'

/** Somebody's place on a course. */
export interface Place {
  id: string
  courseId: string
  caseId: string
  personId: string
  /** '' where the person is not shared with the reader any more. */
  name: string
  cell: string | null
  releaseOn: Day | null
  waitsSince: Day
  failedRules: RuleCode[]
  enrolledAt: Date | null
  leftAt: Date | null
  state: PlaceState
  attended: number
  missed: number
  /** Sessions whose mark two facilitators do not agree about. */
  differing: number
  /** The last session that counts was missed, and nobody wrote of a contact since. */
  isMissing: boolean
  missedOn: Day | null
  hasCaughtUp: boolean
  version: number
}

const columns = sql`p.id, p.course_id as "courseId", p.case_id as "caseId", p.person_id as "personId", coalesce(s.shown_name, '') as name, s.cell,
  s.release_on as "releaseOn", p.waits_since as "waitsSince", p.failed_rules as "failedRules", p.enrolled_at as "enrolledAt", p.left_at as "leftAt",
  coalesce(p.left_how, case when p.enrolled_at is null then 'WAITLISTED' when m.attended > 0 then 'ACTIVE' else 'ENROLLED' end) as state,
  m.attended, m.missed, m.differing, (m.last_missed_at is not null and p.left_at is null and p.enrolled_at is not null) as "isMissing",
  (m.last_missed_at at time zone ${homeZone})::date as "missedOn", p.version
  from course_place p left join case_summary s on s.case_id = p.case_id
  left join lateral (
    with counted as (${settledMarks(sql`k.place_id = p.id`)}), last as (
      select c.starts_at, c.mark from counted c where not c.differs order by c.starts_at desc limit 1)
    select count(distinct c.number) filter (where not c.differs and c.mark in ('ATTENDED', 'LATE'))::int as attended,
      count(distinct c.number) filter (where not c.differs and c.mark like 'ABSENT%' and not exists (
        select from counted o where o.number = c.number and not o.differs and o.mark in ('ATTENDED', 'LATE')))::int as missed,
      count(*) filter (where c.differs)::int as differing,
      (select l.starts_at from last l where l.mark like 'ABSENT%' and not exists (select from course_entry e where e.place_id = p.id
        and e.kind = 'CONTACT' and e.happened_on >= (l.starts_at at time zone ${homeZone})::date)) as last_missed_at
    from counted c) m on true`

/** The places of a course: the group by name, then the waiting list in its order, then those who left. */
export async function listPlaces({ db }: Reading, courseId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`select ${columns} where p.course_id = ${courseId}
    order by p.left_at is not null, p.enrolled_at is null, case when p.enrolled_at is null then p.waits_since end, s.sort_name collate "C", p.id limit 500`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `course.place-not-found` */
export async function getPlace({ db }: Reading, id: string): Promise<Place> {
  const { rows } = await sql<Place>`select ${columns} where p.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'course.place-not-found')
  return rows[0]
}

/** @returns how many were put on the list: whoever has a place on this course already is left out. */
export async function insertPlaces(
  { db, actor, now }: Change,
  courseId: string,
  people: readonly { caseId: string; personId: string; failedRules: readonly string[] }[],
): Promise<{ id: string; caseId: string; personId: string }[]> {
  const today = dayAt(now)
  const lines = people.map(
    ({
      caseId,
      personId,
      failedRules,
    }) => sql`(${newId()}::uuid, ${courseId}::uuid, ${caseId}::uuid, ${personId}::uuid, ${today}::date,
    ${[...failedRules]}::text[], ${actor.userId}::uuid, ${actor.agencyId}::uuid)`,
  )
  const { rows } = await sql<{ id: string; caseId: string; personId: string }>`
    insert into course_place (id, course_id, case_id, person_id, waits_since, failed_rules, made_by, owner_agency_id)
    values ${sql.join(lines)} on conflict (course_id, person_id) do nothing returning id, case_id as "caseId", person_id as "personId"`.execute(
    db,
  )
  return rows
}

/** @returns whether they waited, and nobody changed the place since. */
export async function updateEnrolled(
  { db, now }: Change,
  { id, version }: Pick<Place, 'id' | 'version'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update course_place set enrolled_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and enrolled_at is null and left_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateLeft(
  { db, now }: Change,
  { id, version }: Pick<Place, 'id' | 'version'>,
  how: LeftHow,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update course_place set left_at = ${now}, left_how = ${how}, version = version + 1
    where id = ${id} and version = ${version} and left_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Whoever left comes back into the group. */
export async function updateBack({ db }: Change, { id, version }: Pick<Place, 'id' | 'version'>): Promise<boolean> {
  const { numAffectedRows } = await sql`update course_place set left_at = null, left_how = null, version = version + 1
    where id = ${id} and version = ${version} and left_at is not null`.execute(db)
  return numAffectedRows === 1n
}
