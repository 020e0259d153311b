import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

export const mostResting = 50

/** A case on which one worker is named, and nobody beside them. */
export interface Resting {
  caseId: string
  name: string
  workerName: string
  releaseOn: Day | null
}

/** Open cases that rest on one worker of the actor's agency, with no deputy (R066). Whoever leaves soonest first. */
export async function listResting({ db, actor }: Reading): Promise<Resting[]> {
  const { rows } = await sql<Resting>`
    select s.case_id as "caseId", s.shown_name as name, a.name as "workerName", s.release_on as "releaseOn"
    from (select p.case_id, min(p.account_id::text)::uuid as account_id from case_party p
      where p.agency_id = ${actor.agencyId} and p.relationship = 'ALLOCATED' and p.until_on is null
      group by 1 having count(distinct p.account_id) = 1) lone
    join case_summary s on s.case_id = lone.case_id and s.is_open and s.died_on is null join account a on a.id = lone.account_id
    where not exists (select from case_party o where o.case_id = lone.case_id and o.until_on is null and o.relationship = 'ALLOCATED'
      and o.account_id <> lone.account_id)
    order by coalesce(s.release_on, 'infinity'), s.case_id limit ${mostResting}`.execute(db)
  return rows
}

/** How many workers somebody has had, in each role. */
export interface WorkersHad {
  caseId: string
  name: string
  workers: number
  byRole: { role: string; workers: number }[]
  /** Days on which two had the same role. */
  overlapInDays: number
}

/** Of the open cases on which the actor's agency works, the twenty with the most workers so far (R064). */
export async function listWorkersHad({ db, actor, now }: Reading): Promise<WorkersHad[]> {
  const { rows } = await sql<WorkersHad>`
    with had as (
      select p.case_id, count(distinct p.account_id)::int as workers from case_party p
      where p.account_id is not null and p.case_id in (select case_id from case_party o where o.agency_id = ${actor.agencyId} and o.until_on is null)
      group by 1
    ), most as (
      select h.case_id, h.workers, s.shown_name from had h join case_summary s on s.case_id = h.case_id and s.is_open
      where h.workers > 1 order by h.workers desc, h.case_id limit 20)
    select m.case_id as "caseId", m.shown_name as name, m.workers,
      (select jsonb_agg(jsonb_build_object('role', each.role, 'workers', each.workers) order by each.workers desc, each.role) from (
        select p.role, count(distinct p.account_id)::int as workers from case_party p where p.case_id = m.case_id
          and p.account_id is not null group by 1) each) as "byRole",
      (select coalesce(sum(least(coalesce(a.until_on, ${dayAt(now)}::date), coalesce(b.until_on, ${dayAt(now)}::date)) - greatest(a.since_on, b.since_on)), 0)::int
        from case_party a join case_party b on b.case_id = a.case_id and b.role = a.role and b.id > a.id and b.account_id <> a.account_id
        where a.case_id = m.case_id and greatest(a.since_on, b.since_on)
          < least(coalesce(a.until_on, ${dayAt(now)}::date), coalesce(b.until_on, ${dayAt(now)}::date))) as "overlapInDays"
    from most m order by m.workers desc, m.case_id`.execute(db)
  return rows
}
