import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

/** One meeting of a course. */
export interface CourseSession {
  id: string
  courseId: string
  /** 1 for the first; a catch-up session has the number of the one it catches up. */
  number: number
  sessionKey: string
  startsAt: Date
  lengthInMinutes: number
  ownPlan: string
  catchUpOfId: string | null
  movedFrom: Date | null
  cancelledAt: Date | null
  version: number
  /** Places with a mark for the time at which the session now stands. */
  marked: number
  /** Places whose marks were taken before the session was moved. */
  markedBeforeMove: number
}

const columns = sql`s.id, s.course_id as "courseId", s.number, s.session_key as "sessionKey", s.starts_at as "startsAt", s.length_in_minutes as "lengthInMinutes",
  s.own_plan as "ownPlan", s.catch_up_of_id as "catchUpOfId", s.moved_from as "movedFrom", s.cancelled_at as "cancelledAt", s.version,
  (select count(distinct m.place_id)::int from course_mark m where m.session_id = s.id and m.of_starts_at = any(s.starts_at || s.corrected_from)) as marked,
  (select count(distinct m.place_id)::int from course_mark m where m.session_id = s.id and m.of_starts_at <> all(s.starts_at || s.corrected_from)) as "markedBeforeMove"
  from course_session s`

export async function listSessions({ db }: Reading, courseId: string): Promise<CourseSession[]> {
  const { rows } =
    await sql<CourseSession>`select ${columns} where s.course_id = ${courseId} order by s.starts_at, s.number limit 200`.execute(
      db,
    )
  return rows
}

export async function findSession({ db }: Reading, id: string): Promise<CourseSession | undefined> {
  const { rows } = await sql<CourseSession>`select ${columns} where s.id = ${id}`.execute(db)
  return rows[0]
}

/** @throws Refusal `course.session-not-found` */
export async function getSession(reading: Reading, id: string): Promise<CourseSession> {
  const found = await findSession(reading, id)
  if (!found) throw new Refusal('not found', 'course.session-not-found')
  return found
}

export type NewSession = Pick<CourseSession, 'number' | 'sessionKey' | 'startsAt' | 'lengthInMinutes'> & {
  catchUpOfId?: string
}

export async function insertSessions(
  { db }: Change,
  courseId: string,
  sessions: readonly NewSession[],
): Promise<string[]> {
  const ids = sessions.map(() => newId())
  const rows = sessions.map(
    (
      each,
      index,
    ) => sql`(${ids[index]}::uuid, ${courseId}::uuid, ${each.number}::int, ${each.sessionKey}, ${each.startsAt}::timestamptz,
    ${each.lengthInMinutes}::int, ${each.catchUpOfId ?? null}::uuid)`,
  )
  await sql`insert into course_session (id, course_id, number, session_key, starts_at, length_in_minutes, catch_up_of_id) values ${sql.join(rows)}`.execute(
    db,
  )
  return ids
}

/** @returns false where somebody changed the session since. */
export async function updateSession(
  { db, now }: Change,
  { id, version, startsAt: was }: Pick<CourseSession, 'id' | 'version' | 'startsAt'>,
  {
    startsAt,
    lengthInMinutes,
    ownPlan,
    isCorrection,
  }: Pick<CourseSession, 'startsAt' | 'lengthInMinutes' | 'ownPlan'> & { isCorrection: boolean },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update course_session set starts_at = ${startsAt}, length_in_minutes = ${lengthInMinutes}, own_plan = ${ownPlan},
      moved_from = case when starts_at = ${startsAt} then moved_from else ${was}::timestamptz end,
      moved_at = case when starts_at = ${startsAt} then moved_at else ${now}::timestamptz end, corrected_from = case when starts_at = ${startsAt} then corrected_from when ${isCorrection} then corrected_from || ${was}::timestamptz else '{}' end,
      version = version + 1
    where id = ${id} and version = ${version} and cancelled_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateCancelled({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update course_session set cancelled_at = ${now}, version = version + 1 where id = ${id} and cancelled_at is null`.execute(
      db,
    )
  return numAffectedRows === 1n
}
