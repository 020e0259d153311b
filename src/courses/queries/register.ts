import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { CourseSession } from './sessions.ts'
import { settledMarks } from './settled-marks.ts'

export type Mark = 'ATTENDED' | 'LATE' | 'ABSENT_ACCEPTABLE' | 'ABSENT_UNACCEPTABLE'
export const marks: readonly Mark[] = ['ATTENDED', 'LATE', 'ABSENT_ACCEPTABLE', 'ABSENT_UNACCEPTABLE']

/** One facilitator's mark of somebody. */
export interface TakenMark {
  takenBy: string
  takenByName: string
  mark: Mark
  why: string
  /** ISO 8601. */
  markedAt: string
  /** ISO 8601: made at that time without a network, and came later. */
  writtenAt: string | null
  /** Taken before the session was moved to where it stands. */
  isOfOldTime: boolean
}

/** A line of the register. */
export interface RegisterLine {
  placeId: string
  caseId: string
  personId: string
  name: string
  /** Of this line on paper and on a device without a network; nobody else in the group ever has it. */
  number: number
  cell: string | null
  marks: TakenMark[]
  differs: boolean
}

/**
 * Who is to be marked at a session: the group as it is, and whoever was marked. Of a catch-up session those who missed the one it is for.
 *
 * @param also - places that stood on a register which was taken earlier: they have left the group since.
 */
export async function readRegister(
  { db }: Reading,
  { id, courseId, catchUpOfId }: CourseSession,
  also: readonly string[] = [],
): Promise<RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`
    with settled as (${settledMarks(sql`k.session_id = any(array[${id}::uuid, ${catchUpOfId}::uuid])`)})
    select p.id as "placeId", p.case_id as "caseId", p.person_id as "personId", coalesce(s.shown_name, '') as name, p.number, s.cell,
      coalesce((select json_agg(json_build_object('takenBy', m.taken_by, 'takenByName', a.name, 'mark', m.mark, 'why', m.why, 'markedAt', m.marked_at,
          'writtenAt', m.written_at, 'isOfOldTime', m.of_starts_at <> all(z.starts_at || z.corrected_from)) order by m.marked_at desc, m.taken_by)
        from course_mark m join account a on a.id = m.taken_by where m.session_id = z.id and m.place_id = p.id), '[]') as marks,
      coalesce((select t.differs from settled t where t.session_id = z.id and t.place_id = p.id), false) as differs
    from course_place p join course_session z on z.id = ${id} left join case_summary s on s.case_id = p.case_id
    where p.course_id = ${courseId} and p.enrolled_at is not null and (exists (select from course_mark m where m.session_id = z.id and m.place_id = p.id)
      or p.id = any(${also}::uuid[]) or (p.left_at is null and (${catchUpOfId}::uuid is null
        or exists (select from settled t where t.session_id = ${catchUpOfId}::uuid and t.place_id = p.id and t.mark like 'ABSENT%'))))
    order by s.sort_name collate "C", p.id limit 200`.execute(db)
  return rows
}

/** A session as far as marking it goes: without the programme that it belongs to, which is large. */
export interface SessionToMark {
  id: string
  courseId: string
  agencyId: string
  startsAt: Date
  cancelledAt: Date | null
}

/** @throws Refusal `course.session-not-found` */
export async function getSessionToMark({ db }: Reading, id: string): Promise<SessionToMark> {
  const { rows } =
    await sql<SessionToMark>`select s.id, s.course_id as "courseId", c.agency_id as "agencyId", s.starts_at as "startsAt", s.cancelled_at as "cancelledAt"
    from course_session s join course c on c.id = s.course_id where s.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'course.session-not-found')
  return rows[0]
}

/** Those of these places that are or were in the group, whom the actor may see. */
export async function listPlacesToMark(
  { db }: Reading,
  courseId: string,
  placeIds: readonly string[],
): Promise<Pick<NewMark, 'placeId' | 'caseId' | 'personId'>[]> {
  const { rows } = await sql<Pick<NewMark, 'placeId' | 'caseId' | 'personId'>>`
    select id as "placeId", case_id as "caseId", person_id as "personId" from course_place
    where id = any(${placeIds}::uuid[]) and course_id = ${courseId} and enrolled_at is not null`.execute(db)
  return rows
}

export interface NewMark {
  placeId: string
  caseId: string
  personId: string
  mark: Mark
  why: string
}

/**
 * Keeps one facilitator's marks of a session, all in one statement. Marks of others stay beside them.
 *
 * @param page - what the register was taken on: up to when it showed what others had marked, for which time of the session, and when it was
 *   filled in if that was without a network.
 */
export async function upsertMarks(
  { db, actor, now }: Change,
  session: Pick<CourseSession, 'id'>,
  taken: readonly NewMark[],
  { seenUntil, startsAt, writtenAt }: { seenUntil: Date; startsAt: Date; writtenAt: Date | null },
): Promise<void> {
  await sql`insert into course_mark (session_id, place_id, taken_by, case_id, person_id, mark, why, of_starts_at, seen_until, marked_at, written_at, owner_agency_id)
    select ${session.id}, t.place_id, ${actor.userId}, t.case_id, t.person_id, t.mark, t.why, ${startsAt}, ${seenUntil}, ${now}, ${writtenAt}, ${actor.agencyId}
    from unnest(${taken.map(({ placeId }) => placeId)}::uuid[], ${taken.map(({ caseId }) => caseId)}::uuid[], ${taken.map(({ personId }) => personId)}::uuid[],
      ${taken.map(({ mark }) => mark)}::text[], ${taken.map(({ why }) => why)}::text[]) as t(place_id, case_id, person_id, mark, why)
    on conflict (session_id, place_id, taken_by) do update
      set mark = excluded.mark, why = excluded.why, of_starts_at = excluded.of_starts_at, seen_until = excluded.seen_until, marked_at = excluded.marked_at, written_at = excluded.written_at`.execute(
    db,
  )
}

export interface SessionNote {
  writtenBy: string
  name: string
  words: string
  writtenAt: Date
}

export async function listSessionNotes({ db }: Reading, sessionId: string): Promise<SessionNote[]> {
  const { rows } =
    await sql<SessionNote>`select n.written_by as "writtenBy", a.name, n.words, n.written_at as "writtenAt"
    from course_session_note n join account a on a.id = n.written_by where n.session_id = ${sessionId} order by n.written_at`.execute(
      db,
    )
  return rows
}

export async function upsertSessionNote({ db, actor, now }: Change, sessionId: string, words: string): Promise<void> {
  await sql`insert into course_session_note (session_id, written_by, words, written_at) values (${sessionId}, ${actor.userId}, ${words}, ${now})
    on conflict (session_id, written_by) do update set words = excluded.words, written_at = excluded.written_at`.execute(
    db,
  )
}
