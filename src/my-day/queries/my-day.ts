import { sql } from 'kysely'
import { addDays, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { type MyDay, mostStepsCounted } from '../my-day.ts'

const mostSteps = 30
const mostOnRequest = 300 // more than are counted
const mostListed = 10
const newForDays = 7
const weekInDays = 7
const fortnightInDays = 14

/** One worker's day in one statement: the people they are named on, and what is theirs to do. */
export async function readMyDay({ db, actor, now }: Reading, { isWhole = false } = {}): Promise<MyDay> {
  const workers = [actor.userId, ...actor.audiences] // among the audiences are the colleagues for whom the actor stands in
  const today = dayAt(now)
  const most = isWhole ? mostOnRequest : mostStepsCounted + 1
  const { rows } = await sql<{ day: MyDay }>`
    with mine as materialized (
      select s.*, p.role, p.since_on from cases_named_on() p join case_summary s on s.case_id = p.case_id
      where s.is_open and s.died_on is null
    ), people as materialized (select distinct on (case_id) * from mine order by case_id, since_on),
    due as materialized (
      select * from steps_due('-infinity', ${addDays(today, -1)}, array(select case_id from people), ${most})
      union all select * from steps_due(${today}, ${today}, array(select case_id from people), ${most})
    ), quiet as materialized (
      select p.case_id, p.shown_name, p.release_on, e.happened_at, e.field_group, y.name as agency,
        ${today}::date - (coalesce(e.happened_at, p.since_on::timestamptz) at time zone 'Europe/London')::date as days
      from people p left join last_words_of(array(select case_id from people)) e on e.case_id = p.case_id
      left join agency y on y.id = e.agency_id, partnership
      where ${today}::date - (coalesce(e.happened_at, p.since_on::timestamptz) at time zone 'Europe/London')::date >= quiet_after_days)
    select jsonb_build_object('jurisdiction', g.jurisdiction, 'windowInDays', g.release_window_in_days, 'quietAfterDays', g.quiet_after_days,
      'people', (select count(*) from people),
      'leavingInWindow', (select count(*) from people where release_on between ${today} and ${today}::date + g.release_window_in_days),
      'leavingThisWeek', (select count(*) from people where release_on between ${today} and ${addDays(today, weekInDays)}),
      'waiting', (select count(*) from referral where to_agency_id = ${actor.agencyId} and status in ('SENT', 'RECEIVED')),
      'lateCount', (select count(*) from due where due_on < ${today}), 'todayCount', (select count(*) from due where due_on = ${today}),
      'steps', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'caseId', d.case_id, 'name', s.shown_name, 'title', t.title,
          'dueOn', d.due_on) order by d.due_on, d.id)
        from (select * from due order by due_on, id limit ${isWhole ? mostOnRequest : mostSteps}) d
        join step t on t.id = d.id join case_summary s on s.case_id = d.case_id), '[]'),
      'appointments', coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'caseId', a.case_id, 'name', s.shown_name, 'title', a.title,
          'startsAt', a.starts_at, 'place', a.place) order by a.starts_at, a.id)
        from appointment a join case_summary s on s.case_id = a.case_id
        where a.with_account_id = any(${workers}::uuid[]) and a.cancelled_at is null
          and a.starts_at >= ${today}::timestamp at time zone 'Europe/London'
          and a.starts_at < ${addDays(today, 1)}::timestamp at time zone 'Europe/London'), '[]'),
      'refused', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'needId', need_id, 'caseId', case_id, 'name', shown_name,
          'provider', provider, 'status', status, 'reason', decline_reason, 'at', at) order by at)
        from (select r.*, s.shown_name, coalesce(y.name, v.provider_name) as provider, coalesce(r.declined_at, r.expired_at) as at
          from referral r join case_summary s on s.case_id = r.case_id and s.is_open join service v on v.id = r.service_id
          left join agency y on y.id = r.to_agency_id join need n on n.id = r.need_id and n.closed_at is null
          where r.from_account_id = ${actor.userId} and r.status in ('DECLINED', 'EXPIRED')
            and not exists (select from referral later where later.need_id = r.need_id and later.sent_at > r.sent_at)
          order by at limit ${mostListed}) r), '[]'),
      'noBed', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'name', shown_name, 'releaseOn', release_on) order by release_on)
        from (select * from people where not has_first_night and release_on between ${today} and ${addDays(today, fortnightInDays)}
          order by release_on limit ${mostListed}) b), '[]'),
      'drafts', coalesce((select jsonb_agg(jsonb_build_object('caseId', e.case_id, 'name', p.shown_name, 'begunAt', e.begun_at) order by e.begun_at)
        from assessment e join people p on p.case_id = e.case_id
        where e.begun_by = ${actor.userId} and e.submitted_at is null and e.skipped_at is null and e.reset_at is null), '[]'),
      'quiet', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'name', shown_name, 'releaseOn', release_on,
          'lastAt', happened_at, 'part', field_group, 'agency', agency, 'days', days) order by days desc, case_id)
        from (select * from quiet order by days desc, case_id limit ${mostListed}) q), '[]'),
      'quietCount', (select count(*) from quiet),
      'fresh', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'name', shown_name, 'role', role, 'sinceOn', since_on,
          'isAssessed', assessment_state = 'SUBMITTED') order by since_on desc, case_id)
        from (select * from people where since_on > ${addDays(today, -newForDays)} order by since_on desc, case_id limit ${mostListed}) f), '[]'),
      'freshCount', (select count(*) from people where since_on > ${addDays(today, -newForDays)})) as day
    from partnership g`.execute(db)
  return rows[0]!.day
}
