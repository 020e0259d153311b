import { type RawBuilder, sql } from 'kysely'
import type { ShownDateKind } from '../../custody/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { ListFilter, View } from '../filters.ts'
import { fits, lines, needsLines, ofPeople, sortKey, viewIs } from './conditions.ts'
import { placesOf, readersPlaces, type Span } from './places.ts'

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
  /** Whom the list can be narrowed to; null where they are too many to choose from, and a name is typed. */
  workers: { id: string; name: string }[] | null
  /** The name of the key worker to whom it is narrowed. */
  worker: string | null
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

const mostWorkers = 50
const looksAt = 300 // people, to tell that their key workers are too many to choose from

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
  const past = isDescending ? sql`<` : sql`>`
  const views = Object.keys(viewIs) as View[]
  const counted = sql.join(
    views.map((view) =>
      ofPeople.includes(view)
        ? sql`${sql.lit(view)}, coalesce(sum(${sql.id(view)}), 0)`
        : sql`${sql.lit(view)}, coalesce(sum(people) filter (where ${viewIs[view](window, actor.userId)}), 0)`,
    ),
  )
  const chosen = viewIs[filter.view](window, actor.userId)
  const span: Span = filter.view === 'passed' || filter.view === 'no-date' ? filter.view : 'window'
  const isRead = needsLines(filter)
  const everyone = isRead ? sql`everyone` : sql`(${placesOf(actor.agencyId)})`
  const isMatch = isRead ? sql`fits and ${chosen}` : sql`${fits(filter)} and ${chosen}`
  const dayByDay = (rows: RawBuilder<unknown>) => sql`
    select release_on, in_window, wing, count(*) as people, max(release_known_at) as known_at, count(*) filter (where ${isMatch}) as matching,
      ${sql.join(ofPeople.map((view) => sql`count(*) filter (where ${viewIs[view](window, actor.userId)}) as ${sql.id(view)}`))}
    from ${rows} p group by 1, 2, 3`
  const beyond = sql`(release_on, case_id) ${past} ((select release_on from start), (select case_id from start))`
  const inOrder = (rows: RawBuilder<unknown>) => sql`
    select case_id, release_on as key from (${rows}) p where ${isMatch} ${from ? sql`and ${beyond}` : sql``}
    order by release_on ${order}, case_id ${order} limit ${size}`
  const isBefore = filter.direction === 'descending' ? sql`>` : sql`<`
  const skipped = isRead
    ? sql`(select count(*) from everyone where ${isMatch} and (key, case_id) ${isBefore} (select key, case_id from first))`
    : sql`(select coalesce(sum(before), 0) from (${placesOf(
        actor.agencyId,
        (rows) =>
          sql`select count(*) as before from (${rows}) p where ${isMatch} and (release_on, case_id) ${isBefore} ((select release_on from first), (select case_id from first))`,
        span,
      )}) b)`
  const { rows } = await sql<{ page: ReleasePage }>`
    with recursive ${readersPlaces(actor.agencyId, today, until)},
    ${isRead ? sql`everyone as materialized (select p.*, ${key} as key, ${fits(filter)} as fits from (${placesOf(actor.agencyId)}) p ${lines}),` : sql``}
    days as materialized ( -- each day and wing once, not everybody who leaves on it from there
      ${isRead ? dayByDay(everyone) : placesOf(actor.agencyId, (rows) => dayByDay(sql`(${rows})`))}
    ), start as materialized (
      select release_on, case_id, ${isRead ? sql`key from everyone` : sql`null from case_place`} where case_id = ${from || null}::uuid limit 1
    ), page as (
      select case_id, key, row_number() over (order by key ${order}, case_id ${order}) as place from (${
        isRead
          ? sql`select case_id, key from everyone where ${isMatch} and (${from} = '' or (key, case_id) ${past} (select key, case_id from start))`
          : placesOf(actor.agencyId, inOrder, span)
      } order by key ${order}, case_id ${order} limit ${size}) p
    ), lead as materialized (
      select kinds from lead_time_edition order by edition desc limit 1
    ), lines as (
      select s.*, p.key, p.place, y.name as prison, c.name as contact_agency, seen.*, late.title as late_start
      from page p join case_summary s on s.case_id = p.case_id
      cross join lateral (select bool_or('needs' = any(reads)) as sees_needs, bool_or('contact' = any(reads)) as sees_contact,
        bool_or('plan' = any(reads)) as sees_plan from sight where case_id = p.case_id) seen
      left join lateral (select t.title from step t cross join lead
        where t.case_id = p.case_id and t.closed_at is null and t.lead_kind is not null and t.status <> 'IN_PROGRESS'
          and s.release_on >= ${today}::date and s.release_on - ${today}::date < (lead.kinds->>t.lead_kind)::int
        order by (lead.kinds->>t.lead_kind)::int desc, t.id limit 1) late on true
      left join agency y on y.id = s.agency_id left join agency c on c.id = s.last_contact_agency_id
    ), first as (
      select key, case_id, release_on from lines order by place ${isBackwards ? sql`desc` : sql`asc`} limit 1
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
      'skipped', ${from ? skipped : sql`0`},
      'nearness', (select jsonb_build_object('week', coalesce(sum(matching) filter (where release_on <= ${endOfWeek}), 0),
        'month', coalesce(sum(matching) filter (where release_on > ${endOfWeek} and release_on <= ${endOfMonth}), 0),
        'later', coalesce(sum(matching) filter (where release_on > ${endOfMonth}), 0)) from days),
      'counts', (select jsonb_build_object(${counted}) from days),
      'wings', coalesce((select jsonb_agg(wing order by wing) from (select distinct wing from days where wing <> '') w), '[]'),
      'workers', case when (select count(distinct key_worker_id) from (select key_worker_id from ${everyone} p limit ${looksAt}) e) <= ${mostWorkers} then
        coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name))
          from (select distinct key_worker_id from ${everyone} p) k join account w on w.id = k.key_worker_id), '[]') end,
      'worker', ${filter.worker && filter.worker !== 'none' ? sql`(select name from account where id = ${filter.worker} and exists (select from ${everyone} p where key_worker_id = ${filter.worker}))` : sql`null`},
      'knownAt', (select max(known_at) from days)) as page`.execute(db)
  return rows[0]!.page
}
