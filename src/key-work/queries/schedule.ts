import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** One edition of how often a prison holds sessions. */
export interface Schedule {
  sessions: number
  everyWeeks: number
  lengthInMinutes: number
  /** After so many weeks without word the supervisor outside counts as quiet. */
  supervisorQuietAfterWeeks: number
}
export interface Edition extends Schedule {
  id: string
  startsOn: Day
  madeBy: string
  replacedAt: Date | null
}

/** Days from one session to the next. */
export const everyDaysOf = ({ sessions, everyWeeks }: Schedule): number => Math.ceil((7 * everyWeeks) / sessions)

/** All editions of a prison, that in force first. */
export async function listEditions({ db }: Reading, prisonId: string): Promise<Edition[]> {
  const { rows } = await sql<Edition>`
    select s.id, s.sessions, s.every_weeks as "everyWeeks", s.length_in_minutes as "lengthInMinutes",
      s.supervisor_quiet_after_weeks as "supervisorQuietAfterWeeks", s.starts_on as "startsOn", coalesce(a.name, '') as "madeBy",
      s.replaced_at as "replacedAt"
    from key_work_schedule s left join account a on a.id = s.made_by
    where s.agency_id = ${prisonId} order by s.replaced_at is not null, s.made_at desc limit 30`.execute(db)
  return rows
}

export async function findSchedule(reading: Reading, prisonId: string): Promise<Edition | undefined> {
  const [first] = await listEditions(reading, prisonId)
  return first && !first.replacedAt ? first : undefined
}

/** Prisons whose schedule the actor may make: their own, or all for a coordinator. */
export async function listPrisons(
  { db, actor }: Reading,
  mayAll: boolean,
): Promise<{ id: string; name: string; isSet: boolean }[]> {
  const { rows } = await sql<{ id: string; name: string; isSet: boolean }>`
    select y.id, y.name, exists (select from key_work_schedule s where s.agency_id = y.id and s.replaced_at is null) as "isSet"
    from agency y where y.kind = 'prison' and y.closed_on is null and (${mayAll} or y.id = ${actor.agencyId})
    order by y.id <> ${actor.agencyId}, y.name limit 200`.execute(db)
  return rows
}

/** The edition in force ends, and the next begins. @returns the id of the new one. */
export async function replaceSchedule({ db, actor, now }: Change, prisonId: string, next: Schedule): Promise<string> {
  const id = newId()
  await sql`update key_work_schedule set replaced_at = ${now} where agency_id = ${prisonId} and replaced_at is null`.execute(
    db,
  )
  await sql`
    insert into key_work_schedule (id, agency_id, sessions, every_weeks, length_in_minutes, supervisor_quiet_after_weeks, starts_on,
      made_by, made_at)
    values (${id}, ${prisonId}, ${next.sessions}, ${next.everyWeeks}, ${next.lengthInMinutes}, ${next.supervisorQuietAfterWeeks},
      ${dayAt(now)}, ${actor.userId}, ${now})`.execute(db)
  return id
}
