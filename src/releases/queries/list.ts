import { type RawBuilder, sql } from 'kysely'
import type { ShownDateKind } from '../../custody/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { ListFilter, Sort, View } from '../filters.ts'
import { placesOf } from './places.ts'

/** One line of the list, as far as the reader may see it. */
export interface ReleaseLine {
  caseId: string
  personId: string
  name: string
  prisonNumber: string | null
  prison: string | null
  wing: string | null
  cell: string | null
  releaseOn: Day | null
  releaseType: ShownDateKind | null
  keyWorkerName: string | null
  /** Left out for those who may not see needs. */
  pathwayStatuses: Record<string, string> | null
  interpreter: string | null
  /** Left out for those who may not see contact details. */
  hasFirstNight: boolean | null
  lastContactOn: Day | null
  lastContactAgency: string | null
  /** Left out for those who may not see the plan. */
  nextUndone: string | null
  nextUndoneOn: Day | null
  undoneCount: number
  lateCount: number
  declinedCount: number
  /** The step with the longest lead time that nobody has begun though fewer days are left; for those who see the plan. */
  lateStart: string | null
  assessmentState: string
  /** A handover to somebody outside is open or done; left out for those who may not see the plan. */
  hasHandover: boolean | null
}

export interface ReleasePage {
  lines: ReleaseLine[]
  /** How many of the view match the filters, and how many of them come before this page. */
  matching: number
  skipped: number
  nearness: { week: number; month: number; later: number }
  counts: Record<View, number>
  wings: string[]
  workers: { id: string; name: string }[]
  knownAt: string | null
}

export interface Window {
  today: Day
  until: Day
  /** Days that the Friday rule may bring forward. */
  shifting: Day[]
  endOfWeek: Day
  endOfMonth: Day
}

/** Of the case in `case_id`; "is true" makes it a set that is read once, and only when it is asked about. */
const sees = (part: string) =>
  sql`(case_id in (select case_id from access where field_group = ${sql.lit(part)})) is true`

const fits = ({ words, wing, worker, status }: ListFilter) =>
  sql.join(
    [
      sql`true`,
      ...(words
        ? [
            sql`(sort_name like ${likely(words)} or lower(shown_name) like ${likely(words)} or prison_number = upper(${words}))`,
          ]
        : []),
      ...(wing ? [sql`coalesce(wing = ${wing}, false)`] : []),
      ...(worker === 'none' ? [sql`key_worker_id is null`] : []),
      ...(worker && worker !== 'none' ? [sql`coalesce(key_worker_id = ${worker}, false)`] : []),
      ...(status
        ? [
            sql`${sees('needs')} and coalesce(pathway_statuses->>split_part(${status}, ':', 1), 'NOT_STARTED') = split_part(${status}, ':', 2)`,
          ]
        : []),
    ],
    sql` and `,
  )

/** What a saved view shows of `e`, the people in the window and those of the prison whose date is missing or past. */
const viewIs: Record<View, (window: Window, userId: string) => RawBuilder<unknown>> = {
  all: () => sql`in_window`,
  mine: (_, userId) => sql`in_window and (key_worker_id = ${userId} or community_manager_id = ${userId})`,
  soon: ({ today }) => sql`in_window and release_on <= ${today}::date + 14`,
  'no-first-night': () => sql`in_window and not has_first_night and sees_contact`,
  early: ({ shifting }) => sql`in_window and release_on = any(${shifting}::date[])`,
  'no-worker': () => sql`in_window and key_worker_id is null`,
  interpreter: () => sql`in_window and needs_interpreter`,
  passed: ({ today }) => sql`release_on < ${today}`,
  'no-date': () => sql`release_on = 'infinity'`,
}

/** The views that look at more than the day of release. */
const ofPeople: readonly View[] = ['mine', 'no-first-night', 'no-worker', 'interpreter']

const sortKey: Record<Sort, RawBuilder<unknown>> = {
  release: sql`release_on`,
  person: sql`sort_name collate "C"`,
  'to-do': sql`-(late_count * 1000 + undone_count)`,
  worker: sql`coalesce(lower(key_worker_name), '') collate "C"`,
  contact: sql`coalesce(last_contact_at, '-infinity'::timestamptz)`,
}

/** Whether the lines themselves are asked, and not their places alone. */
const needsLines = ({ words, status, sort }: ListFilter) => words !== '' || status !== '' || sort !== 'release'
const lines = sql`join (select case_id, sort_name, shown_name, prison_number, pathway_statuses, late_count, undone_count, key_worker_name,
          last_contact_at from case_summary) s using (case_id)`

/** A page of the list with the counts of its views, in one statement. */
export async function readReleasePage(
  { db, actor }: Reading,
  filter: ListFilter,
  window: Window,
  size: number,
): Promise<ReleasePage> {
  const { today, until, endOfWeek, endOfMonth } = window
  const isBackwards = filter.before !== ''
  const isDescending = (filter.direction === 'descending') !== isBackwards
  const key = sortKey[filter.sort]
  const from = filter.after || filter.before
  const order = isDescending ? sql`desc` : sql`asc`
  const beyond = sql`(key, case_id) ${isDescending ? sql`<` : sql`>`} (select key, case_id from everyone where case_id = ${from || null}::uuid)`
  const views = Object.keys(viewIs) as View[]
  const counted = sql.join(
    views.map((view) =>
      ofPeople.includes(view)
        ? sql`${sql.lit(view)}, coalesce(sum(${sql.id(view)}), 0)`
        : sql`${sql.lit(view)}, coalesce(sum(people) filter (where ${viewIs[view](window, actor.userId)}), 0)`,
    ),
  )
  const placed = placesOf(actor.agencyId)
  const chosen = viewIs[filter.view](window, actor.userId)
  const { rows } = await sql<{ page: ReleasePage }>`
    with everyone as materialized (
      select p.*, ${key} as key, ${fits(filter)} as fits
      from (${placed(sql`release_on between ${today} and ${until}`, true)}
        union all ${placed(sql`agency_id = ${actor.agencyId} and release_on < ${today}`, false)}
        union all ${placed(sql`agency_id = ${actor.agencyId} and release_on = 'infinity'`, false)}) p
        ${needsLines(filter) ? lines : sql``}
    ), days as materialized ( -- each day and wing once, not everybody who leaves on it from there
      select release_on, in_window, wing, count(*) as people, max(release_known_at) as known_at,
        count(*) filter (where fits and ${chosen}) as matching,
        ${sql.join(ofPeople.map((view) => sql`count(*) filter (where ${viewIs[view](window, actor.userId)}) as ${sql.id(view)}`))}
      from everyone group by 1, 2, 3
    ), page as (
      select case_id, key, row_number() over (order by key ${order}, case_id ${order}) as place
      from (select case_id, key from everyone where fits and ${chosen} and (${from} = '' or ${beyond})
        order by key ${order}, case_id ${order} limit ${size}) p
    ), lead as materialized (
      select kinds from lead_time_edition order by edition desc limit 1
    ), lines as (
      select s.*, p.key, p.place, y.name as prison, c.name as contact_agency, seen.parts @> '{needs}' as sees_needs,
        seen.parts @> '{contact}' as sees_contact, seen.parts @> '{plan}' as sees_plan, late.title as late_start
      from page p join case_summary s on s.case_id = p.case_id
      cross join lateral (select array_agg(field_group) as parts from access where case_id = p.case_id) seen
      left join lateral (select t.title from step t cross join lead
        where t.case_id = p.case_id and t.closed_at is null and t.lead_kind is not null and t.status <> 'IN_PROGRESS'
          and s.release_on >= ${today}::date and s.release_on - ${today}::date < (lead.kinds->>t.lead_kind)::int
        order by (lead.kinds->>t.lead_kind)::int desc, t.id limit 1) late on true
      left join agency y on y.id = s.agency_id left join agency c on c.id = s.last_contact_agency_id
    )
    select jsonb_build_object(
      'lines', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'personId', person_id, 'name', shown_name,
          'prisonNumber', prison_number, 'prison', prison, 'wing', wing, 'cell', cell, 'releaseOn', release_on,
          'releaseType', release_type, 'keyWorkerName', key_worker_name,
          'pathwayStatuses', case when sees_needs then pathway_statuses end, 'interpreter', needs_interpreter,
          'hasFirstNight', case when sees_contact then has_first_night end, 'lastContactOn', (last_contact_at at time zone 'Europe/London')::date,
          'lastContactAgency', contact_agency, 'nextUndone', case when sees_plan then next_undone end,
          'nextUndoneOn', case when sees_plan then next_undone_on end, 'undoneCount', undone_count, 'lateCount', late_count,
          'declinedCount', declined_count, 'lateStart', case when sees_plan then late_start end, 'assessmentState', assessment_state,
          'hasHandover', case when sees_plan then exists (select from handover h
            where h.case_id = lines.case_id and h.state not in ('DECLINED', 'CANCELLED')) end) order by place ${isBackwards ? sql`desc` : sql`asc`}) from lines), '[]'),
      'matching', (select coalesce(sum(matching), 0) from days),
      'skipped', (select count(*) from everyone where ${from} <> '' and fits and ${chosen} and (key, case_id) ${filter.direction === 'descending' ? sql`>` : sql`<`}
        (select key, case_id from lines order by place ${isBackwards ? sql`desc` : sql`asc`} limit 1)),
      'nearness', (select jsonb_build_object('week', coalesce(sum(matching) filter (where release_on <= ${endOfWeek}), 0),
        'month', coalesce(sum(matching) filter (where release_on > ${endOfWeek} and release_on <= ${endOfMonth}), 0),
        'later', coalesce(sum(matching) filter (where release_on > ${endOfMonth}), 0)) from days),
      'counts', (select jsonb_build_object(${counted}) from days),
      'wings', coalesce((select jsonb_agg(wing order by wing) from (select distinct wing from days where wing <> '') w), '[]'),
      'workers', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name))
        from (select distinct key_worker_id from everyone) k join account w on w.id = k.key_worker_id), '[]'),
      'knownAt', (select max(known_at) from days)) as page`.execute(db)
  return rows[0]!.page
}

/** For LIKE: anywhere in the name, with the signs of a pattern taken literally. */
const likely = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
