import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { CourseState, DeclineReason } from '../course-states.ts'

/** One person who leaves a wing within the window. */
export interface WingLine {
  caseId: string
  personId: string
  name: string
  prisonNumber: string | null
  cell: string | null
  releaseOn: Day
  keyWorkerName: string | null
  hasFirstNight: boolean | null
  state: CourseState
  /** The day of the offer, or of the answer. */
  stateOn: Day | null
  reason: DeclineReason | null
}

/** How many leave a wing within the window, and how they stand with the course before release. */
export interface WingCount {
  wing: string
  people: number
  notOffered: number
  offered: number
  attended: number
  declined: number
}

export interface WingPage {
  windowInDays: number
  wings: WingCount[]
  /** Of the wing that was asked for. */
  lines: WingLine[]
  /** How many people of that wing come before this page. */
  skipped: number
  /** Whom a count tells of: the people of wings that fewer than ten leave. */
  few: { personId: string; caseId: string }[]
}

/**
 * The people whom a prison holds and who leave within the partnership's window, counted by wing, and a page of one wing: the soonest
 * first. An offer of an earlier time inside counts no more.
 *
 * @param wing - undefined lists nobody; '' is whoever has no wing on record.
 */
export async function readWings(
  { db, now }: Reading,
  prisonId: string,
  { wing, after, size }: { wing: string | undefined; after: string; size: number },
): Promise<WingPage> {
  const today = dayAt(now)
  const { rows } = await sql<{ page: WingPage }>`
    with window_of as materialized (select release_window_in_days as days from partnership),
    people as materialized (
      select s.case_id, s.person_id, s.shown_name, s.prison_number, coalesce(s.wing, '') as wing, s.cell, s.release_on, s.key_worker_name,
        s.has_first_night, o.offered_on, o.answered_on, o.reason, coalesce(o.answer, case when o.offered_on is null then 'NOT_OFFERED' else 'OFFERED' end) as state
      from case_summary s left join lateral (
        select f.offered_on, f.answer, f.answered_on, f.reason from pre_release_offer f
        where f.case_id = s.case_id and f.withdrawn_at is null and not exists (select from movement m where m.person_id = s.person_id
          and m.undone_at is null and m.state_before = 'RELEASED' and m.kind in ('RECALL', 'RECEPTION') and m.happened_on > f.offered_on)
        order by f.answer is not distinct from 'ATTENDED' desc, f.offered_on desc, f.made_at desc limit 1) o on true
      where s.agency_id = ${prisonId} and s.is_open and s.died_on is null
        and s.release_on between ${today}::date and ${today}::date + (select days from window_of)
        and s.case_id in (select case_id from sight where 'custody' = any(reads))
    ), of_wing as (
      select *, row_number() over (order by release_on, case_id) as place from people where wing = ${wing ?? null}::text
    ), page as (
      select * from of_wing where place > coalesce((select place from of_wing where case_id = ${after || null}::uuid), 0)
      order by place limit ${size}
    )
    select jsonb_build_object('windowInDays', (select days from window_of),
      'skipped', coalesce((select min(place) - 1 from page), 0),
      'few', coalesce((select jsonb_agg(jsonb_build_object('personId', person_id, 'caseId', case_id)) from people
        where wing in (select wing from people group by wing having count(*) < 10)), '[]'),
      'wings', coalesce((select jsonb_agg(w order by w.wing = '', w.wing) from (select wing, count(*)::int as people,
          count(*) filter (where state = 'NOT_OFFERED')::int as "notOffered", count(*) filter (where state = 'OFFERED')::int as offered,
          count(*) filter (where state = 'ATTENDED')::int as attended, count(*) filter (where state = 'DECLINED')::int as declined
        from people group by wing) w), '[]'),
      'lines', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'personId', person_id, 'name', shown_name,
          'prisonNumber', prison_number, 'cell', cell, 'releaseOn', release_on, 'keyWorkerName', key_worker_name,
          'hasFirstNight', case when exists (select from sight a where a.case_id = page.case_id and 'contact' = any(a.reads)) then has_first_night end,
          'state', state, 'stateOn', coalesce(answered_on, offered_on), 'reason', reason) order by place) from page), '[]')) as page`.execute(
    db,
  )
  return rows[0]!.page
}
