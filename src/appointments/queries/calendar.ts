import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Attendance } from '../attendances.ts'

/** Something on the calendar. What is not shared with the reader has a time and nothing else. */
export interface CalendarEntry {
  id: string | null
  /** Null also where the agency sees what it booked, and the case no more. */
  caseId: string | null
  personId: string | null
  personName: string
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  /** With whom, where that is not the reader: a worker, else an agency. */
  withName: string
  attendance: Attendance | null
  isOff: boolean
  /** The person said that they cannot come. */
  cannotCome: boolean
}

export interface Whose {
  /** The worker, or the workers of their teams. */
  accountIds?: readonly string[]
  agencyId?: string
  caseId?: string
}

const usualMinutes = 30
const mostShown = 500

/** What is on the calendar from one instant until before another, soonest first; at most 500. */
export async function listOnCalendar(
  { db, actor }: Reading,
  { accountIds = [], agencyId, caseId }: Whose,
  { from, until, withOff }: { from: Date; until: Date; withOff: boolean },
): Promise<CalendarEntry[]> {
  const ofWhom = agencyId
    ? sql`p.with_agency_id = ${agencyId}`
    : caseId
      ? sql`p.person_id = (select person_id from case_file where id = ${caseId})`
      : sql`p.with_account_id = any(${accountIds}::uuid[])`
  const { rows } = await sql<CalendarEntry>`
    select p.id, s.case_id as "caseId", p.person_id as "personId", coalesce(s.shown_name, '') as "personName", p.title, p.starts_at as "startsAt",
      p.starts_at + make_interval(mins => coalesce(p.length_in_minutes, ${usualMinutes}::int)) as "endsAt", p.place,
      case when p.with_account_id = ${actor.userId} then '' else coalesce(w.name, nullif(p.with_name, ''), y.name, '') end as "withName",
      p.attendance, p.cancelled_at is not null as "isOff", p.cannot_come_at is not null as "cannotCome"
    from appointment p left join case_summary s on s.case_id = p.case_id left join account w on w.id = p.with_account_id
      left join agency y on y.id = p.with_agency_id
    where ${ofWhom} and p.starts_at >= ${from} and p.starts_at < ${until} and (${withOff} or p.cancelled_at is null)
    union all
    select null, null, null, '', '', b.starts_at, b.ends_at, '', coalesce(w.name, ''), null, false, false
    from busy_times(${caseId ?? null}::uuid, ${accountIds}::uuid[], ${from}, ${until}) b left join account w on w.id = b.account_id and w.id <> ${actor.userId}
    order by "startsAt" limit ${mostShown}`.execute(db)
  return rows
}

/** The workers with whom the actor shares a team, the actor among them; at most 200. */
export async function listTeamAccounts({ db, actor }: Reading): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct o.account_id as id from team_member m join team_member o on o.team_id = m.team_id
    where m.account_id = ${actor.userId} limit 200`.execute(db)
  return [...new Set([actor.userId, ...rows.map(({ id }) => id)])]
}
