import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { settledMarks } from './settled-marks.ts'

/** What happened on a course, counted from its rows. */
export interface Figures {
  sessions: number
  held: number
  /** Sessions held at which everybody marked was there. */
  full: number
  /** Who came into the group. */
  began: number
  stayed: number
  droppedOut: number
  completed: number
  /** Who came into the group and is not in it any more. */
  over: number
  /** Marks that count, and those that say that somebody came; a catch-up session counts for the one that it catches up. */
  marked: number
  came: number
  /** Sessions held, for each who began: what there would be if nobody had left. */
  possible: number
  differing: number
}

/** Of one course, or of all that the agency ran of a programme. */
export async function readFigures(
  { db, actor }: Reading,
  of: { courseId: string } | { programmeId: string },
): Promise<Figures> {
  const which =
    'courseId' in of
      ? sql`c.id = ${of.courseId}`
      : sql`c.programme_id = ${of.programmeId} and c.agency_id = ${actor.agencyId} and c.confirmed_at is not null`
  const { rows } = await sql<Figures>`
    with ours as (select c.id from course c where ${which}),
    places as (select p.* from course_place p where p.course_id in (select id from ours) and p.enrolled_at is not null),
    counted as (${settledMarks(sql`z.course_id in (select id from ours)`)}),
    by_number as (
      select p.course_id, p.id, c.number, bool_or(c.mark in ('ATTENDED', 'LATE')) as came
      from counted c join places p on p.id = c.place_id where not c.differs group by 1, 2, 3
    ), held as (
      select course_id, number, bool_and(came) as is_full from by_number group by 1, 2
    )
    select (select count(*)::int from course_session s where s.course_id in (select id from ours) and s.cancelled_at is null and s.catch_up_of_id is null) as sessions,
      (select count(*)::int from held) as held, (select count(*)::int from held where is_full) as full,
      count(*)::int as began, (count(*) filter (where left_at is null or left_how = 'COMPLETED'))::int as stayed,
      (count(*) filter (where left_how = 'DROPPED_OUT'))::int as "droppedOut", (count(*) filter (where left_how = 'COMPLETED'))::int as completed,
      (count(*) filter (where left_at is not null))::int as over,
      (select count(*)::int from by_number) as marked, (select count(*)::int from by_number where came) as came,
      coalesce(sum((select count(*) from held h where h.course_id = places.course_id)), 0)::int as possible,
      (select count(*)::int from counted where differs) as differing
    from places`.execute(db)
  return rows[0]!
}

/** A course that counts in a programme's figures. */
export interface CountedCourse {
  id: string
  name: string
  startsOn: Day
  endedAt: Date | null
}

/** The confirmed courses of a programme that the reader's agency ran, the newest first, at most 200. */
export async function listCounted({ db, actor }: Reading, programmeId: string): Promise<CountedCourse[]> {
  const { rows } =
    await sql<CountedCourse>`select c.id, c.name, c.starts_on as "startsOn", c.ended_at as "endedAt" from course c
    where c.programme_id = ${programmeId} and c.agency_id = ${actor.agencyId} and c.confirmed_at is not null
    order by c.starts_on desc, c.id limit 200`.execute(db)
  return rows
}
