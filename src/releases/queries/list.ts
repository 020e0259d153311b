import { type RawBuilder, sql } from 'kysely'
import type { ReleaseDateKind } from '../../custody/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { ListFilter, Sort, View } from '../filters.ts'

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
  releaseType: ReleaseDateKind | null
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
  assessmentState: string
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

/** What a saved view shows of `e`, the people in the window and those of the prison whose date is missing or past. */
const viewIs: Record<View, (window: Window, userId: string) => RawBuilder<unknown>> = {
  all: () => sql`in_window`,
  mine: (_, userId) => sql`in_window and (key_worker_id = ${userId} or community_manager_id = ${userId})`,
  soon: ({ today }) => sql`in_window and release_on <= ${today}::date + 14`,
  'no-first-night': () => sql`in_window and sees_contact and not has_first_night`,
  early: ({ shifting }) => sql`in_window and release_on = any(${shifting}::date[])`,
  'no-worker': () => sql`in_window and key_worker_id is null`,
  interpreter: () => sql`in_window and needs_interpreter is not null`,
  passed: ({ today }) => sql`release_on < ${today}`,
  'no-date': () => sql`release_on is null`,
}

const sortKey: Record<Sort, RawBuilder<unknown>> = {
  release: sql`coalesce(release_on, 'infinity'::date)`,
  person: sql`sort_name collate "C"`,
  'to-do': sql`-(late_count * 1000 + undone_count)`,
  worker: sql`coalesce(lower(key_worker_name), '') collate "C"`,
  contact: sql`coalesce(last_contact_at, '-infinity'::timestamptz)`,
}

/**
 * A page of the list with the counts of its views, in one statement. It begins at the reader's own cases, so that it costs what
 * they have and not what the partnership has.
 */
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
  const beyond = sql`(${key}, case_id) ${isDescending ? sql`<` : sql`>`} (select ${key}, case_id from everyone where case_id = ${from || null}::uuid)`
  const counted = sql.join(
    (Object.keys(viewIs) as View[]).map(
      (view) => sql`${sql.lit(view)}, count(*) filter (where ${viewIs[view](window, actor.userId)})`,
    ),
  )
  const { rows } = await sql<{ page: ReleasePage }>`
    with mine as materialized (
      select case_id, bool_or(field_group = 'contact') as sees_contact, bool_or(field_group = 'needs') as sees_needs,
        bool_or(field_group = 'plan') as sees_plan
      from access group by case_id having bool_or(field_group = 'custody')
    ), everyone as materialized (
      select s.*, m.sees_contact, m.sees_needs, m.sees_plan, s.release_on between ${today} and ${until} as in_window
      from mine m join case_summary s on s.case_id = m.case_id
      where s.is_open and (s.release_on between ${today} and ${until}
          or (s.agency_id = ${actor.agencyId} and (s.release_on is null or s.release_on < ${today})))
    ), matching as (
      select * from everyone where ${viewIs[filter.view](window, actor.userId)}
        and (${filter.words} = '' or sort_name like ${likely(filter.words)} or lower(shown_name) like ${likely(filter.words)}
          or prison_number = upper(${filter.words}))
        and (${filter.wing} = '' or wing = ${filter.wing})
        and (${filter.worker} = '' or case when ${filter.worker} = 'none' then key_worker_id is null else key_worker_id::text = ${filter.worker} end)
        and (${filter.status} = '' or sees_needs and coalesce(pathway_statuses->>split_part(${filter.status}, ':', 1), 'NOT_STARTED') = split_part(${filter.status}, ':', 2))
    ), page as (
      select *, row_number() over (order by ${key} ${order}, case_id ${order}) as place from matching
      where ${from} = '' or ${beyond}
      order by ${key} ${order}, case_id ${order} limit ${size}
    ), lines as (
      select p.*, y.name as prison, c.name as contact_agency
      from page p left join agency y on y.id = p.agency_id left join agency c on c.id = p.last_contact_agency_id
    )
    select jsonb_build_object(
      'lines', coalesce((select jsonb_agg(jsonb_build_object('caseId', case_id, 'personId', person_id, 'name', shown_name,
          'prisonNumber', prison_number, 'prison', prison, 'wing', wing, 'cell', cell, 'releaseOn', release_on,
          'releaseType', release_type, 'keyWorkerName', key_worker_name,
          'pathwayStatuses', case when sees_needs then pathway_statuses end, 'interpreter', needs_interpreter,
          'hasFirstNight', case when sees_contact then has_first_night end, 'lastContactOn', (last_contact_at at time zone 'Europe/London')::date,
          'lastContactAgency', contact_agency, 'nextUndone', case when sees_plan then next_undone end,
          'nextUndoneOn', case when sees_plan then next_undone_on end, 'undoneCount', undone_count, 'lateCount', late_count,
          'declinedCount', declined_count, 'assessmentState', assessment_state) order by place ${isBackwards ? sql`desc` : sql`asc`}) from lines), '[]'),
      'matching', (select count(*) from matching),
      'skipped', (select count(*) from matching where (${key}, case_id) ${filter.direction === 'descending' ? sql`>` : sql`<`}
        (select ${key}, case_id from lines order by place ${isBackwards ? sql`desc` : sql`asc`} limit 1)),
      'nearness', (select jsonb_build_object('week', count(*) filter (where release_on <= ${endOfWeek}),
        'month', count(*) filter (where release_on > ${endOfWeek} and release_on <= ${endOfMonth}),
        'later', count(*) filter (where release_on > ${endOfMonth})) from matching),
      'counts', (select jsonb_build_object(${counted}) from everyone),
      'wings', coalesce((select jsonb_agg(distinct wing order by wing) from everyone where wing <> ''), '[]'),
      'workers', coalesce((select jsonb_agg(distinct jsonb_build_object('id', key_worker_id, 'name', key_worker_name))
        from everyone where key_worker_id is not null), '[]'),
      'knownAt', (select max(release_known_at) from everyone)) as page`.execute(db)
  return rows[0]!.page
}

/** For LIKE: anywhere in the name, with the signs of a pattern taken literally. */
const likely = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
