import { sql } from 'kysely'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

export interface DaysWithout {
  /** Days since the case was opened on which nobody inside was named: no key worker and no prison offender manager. */
  inside: number
  /** Days on which nobody outside was named: no community offender manager, lead or mentor. */
  outside: number
  isInsideNamed: boolean
  isOutsideNamed: boolean
}

const insideRoles = ['KEY_WORKER', 'PRISON_OFFENDER_MANAGER']
const outsideRoles = ['COMMUNITY_OFFENDER_MANAGER', 'LEAD', 'MENTOR']

/** Whole days from a case's opening to a day, less those on which somebody had one of the roles. */
const daysWithout = (roles: string[], today: string) => sql`(
  select coalesce(sum(upper(gap) - lower(gap)), 0)::int from unnest(
    datemultirange(daterange(c.opened_on, greatest(c.opened_on, coalesce(c.ended_on, ${today}::date))))
    - coalesce((select range_agg(daterange(p.since_on, p.until_on)) from case_party p
      where p.case_id = c.id and p.role = any(${roles}::text[]) and (p.until_on is null or p.until_on > p.since_on)),
      '{}'::datemultirange)) as gap)`
const isNamed = (roles: string[]) =>
  sql`exists (select from case_party p where p.case_id = c.id and p.role = any(${roles}::text[]) and p.until_on is null)`

/** Days of a case without a named person inside, and without one outside (R057, R058). */
export async function countDaysWithout({ db, now }: Reading, caseId: string): Promise<DaysWithout> {
  const today = dayAt(now)
  const { rows } = await sql<DaysWithout>`
    select ${daysWithout(insideRoles, today)} as inside, ${daysWithout(outsideRoles, today)} as outside,
      ${isNamed(insideRoles)} as "isInsideNamed", ${isNamed(outsideRoles)} as "isOutsideNamed"
    from case_file c where c.id = ${caseId}`.execute(db)
  return rows[0] ?? { inside: 0, outside: 0, isInsideNamed: false, isOutsideNamed: false }
}

export interface SupervisorReport {
  /** Open cases that the actor sees. */
  cases: number
  withoutInside: number
  withoutOutside: number
  /** Of the cases with days without anybody outside; null when there are none. */
  medianDaysOutside: number | null
  longest: { caseId: string; personName: string; days: number; isNamedNow: boolean }[]
}

/**
 * Days without a named supervisor outside, over the open cases that the actor sees (R057). Shows names: the page looks.
 *
 * @returns counts of cases, days, and the twenty cases that waited longest.
 */
export async function daysWithoutSupervisor({ db, now }: Reading): Promise<SupervisorReport> {
  const { rows } = await sql<SupervisorReport>`
    with counted as (
      select c.id, ${daysWithout(outsideRoles, dayAt(now))} as days, ${isNamed(insideRoles)} as inside, ${isNamed(outsideRoles)} as outside
      from case_file c where c.ended_on is null)
    select count(*)::int as cases, (count(*) filter (where not inside))::int as "withoutInside",
      (count(*) filter (where not outside))::int as "withoutOutside",
      percentile_cont(0.5) within group (order by days) filter (where days > 0) as "medianDaysOutside",
      coalesce((select jsonb_agg(jsonb_build_object('caseId', w.id, 'personName', s.shown_name, 'days', w.days, 'isNamedNow', w.outside)
        order by w.days desc, w.id)
        from (select * from counted where days > 0 order by days desc, id limit 20) w join case_summary s on s.case_id = w.id), '[]') as longest
    from counted`.execute(db)
  return rows[0]!
}
