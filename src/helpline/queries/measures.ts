import { sql } from 'kysely'
import { homeZone } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { graceInMinutes } from '../call-codes.ts'
import type { Span } from './shifts.ts'

/** A time of a line in numbers; of nobody by name. */
export interface Measures {
  hours: number
  /** Hours in which somebody was there, as they said themselves. */
  hoursCovered: number
  calls: number
  answered: number
  missed: number
  /** Seconds from the first ring; of calls that came through a telephone system. Null without any. */
  medianSeconds: number | null
  ninetiethSeconds: number | null
  callBacksKept: number
  callBacksLate: number
  callBacksMissed: number
  handedOn: number
  handedOnLate: number
}

/** What a call-back came to: kept within the grace, late, or missed: the grace went by and nobody has called. */
const callBackKind = (now: Date) => sql`case
  when b.tries > 0 and b.first_taken_at <= b.promised_at + ${graceInMinutes} * interval '1 minute' then 'kept' when b.tries > 0 then 'late'
  when b.promised_at + ${graceInMinutes} * interval '1 minute' < ${now}::timestamptz then 'missed' else 'waits' end`

const seconds = sql`extract(epoch from c.answered_at - c.rang_at)`

/** One for each time, in its order; a time that has not come is nothing. */
export async function listMeasures(
  { db, now }: Reading,
  helplineId: string,
  spans: readonly Span[],
): Promise<Measures[]> {
  const asked = JSON.stringify(
    spans.map(({ from, until }, nth) => ({ nth, a: from, b: until, z: until < now ? until : now })),
  )
  const { rows } = await sql<Measures & { nth: number }>`
    select span.nth, m.* from jsonb_to_recordset(${asked}::jsonb) as span(nth int, a timestamptz, b timestamptz, z timestamptz) cross join lateral (
      with c as (select c.* from helpline_call c where c.helpline_id = ${helplineId} and c.rang_at >= span.a and c.rang_at < span.b),
      b as (select ${callBackKind(now)} as kind from helpline_call_back b
        where b.helpline_id = ${helplineId} and b.promised_at >= span.a and b.promised_at < span.b),
      o as (select o.* from helpline_hand_off o where o.helpline_id = ${helplineId} and o.made_at >= span.a and o.made_at < span.b)
      select extract(epoch from span.z - span.a)::float8 / 3600 as hours,
        (select coalesce(sum(extract(epoch from upper(r) - lower(r))), 0)::float8 / 3600
          from unnest(helpline_cover(${helplineId}, span.a, span.z, true, ${now}::timestamptz)) as r) as "hoursCovered",
        (select count(*)::int from c) as calls, (select count(*)::int from c where answered_at is not null) as answered,
        (select count(*)::int from c where hung_up_at is not null and answered_at is null) as missed,
        (select percentile_cont(0.5) within group (order by ${seconds})::float8 from c where switch_ref is not null and answered_at is not null) as "medianSeconds",
        (select percentile_cont(0.9) within group (order by ${seconds})::float8 from c where switch_ref is not null and answered_at is not null) as "ninetiethSeconds",
        (select count(*)::int from b where kind = 'kept') as "callBacksKept", (select count(*)::int from b where kind = 'late') as "callBacksLate",
        (select count(*)::int from b where kind = 'missed') as "callBacksMissed",
        (select count(*)::int from o) as "handedOn",
        (select count(*)::int from o where coalesce((done_at at time zone ${homeZone})::date, (${now}::timestamptz at time zone ${homeZone})::date) > due_on) as "handedOnLate"
    ) m where span.z > span.a`.execute(db)
  return spans.map((_, nth) => rows.find((row) => row.nth === nth) ?? nothing)
}

const nothing: Measures = { hours: 0, hoursCovered: 0, calls: 0, answered: 0, missed: 0, medianSeconds: null, ninetiethSeconds: null, callBacksKept: 0, callBacksLate: 0, callBacksMissed: 0, handedOn: 0, handedOnLate: 0 } // biome-ignore format: one line

/** The rows behind a number. */
export const rowKinds = ['covered', 'calls', 'answered', 'missed', 'call-backs-kept', 'call-backs-late', 'call-backs-missed', 'handed-on', 'handed-on-late'] as const // biome-ignore format: a list
export type RowKind = (typeof rowKinds)[number]

/** One row behind a number: when, who of the line, how long, and the call that it belongs to. Nobody who called is named. */
export interface MeasureRow {
  at: Date
  until: Date | null
  by: string | null
  seconds: number | null
  callId: string | null
}

const mostRows = 500

export async function listMeasureRows(
  { db, now }: Reading,
  helplineId: string,
  kind: RowKind,
  { from, until }: Span,
): Promise<MeasureRow[]> {
  const span = sql`>= ${from}::timestamptz and`
  const end = sql`< ${until}::timestamptz`
  const rowsOf = {
    covered: sql`select greatest(s.began_at, ${from}::timestamptz) as at, least(coalesce(s.left_at, s.ends_at), ${now}::timestamptz, ${until}::timestamptz) as until, a.name as by,
      null::float8 as seconds, null::uuid as "callId" from helpline_shift s join account a on a.id = s.account_id
      where s.helpline_id = ${helplineId} and s.cancelled_at is null and s.began_at ${end} and coalesce(s.left_at, s.ends_at) > ${from}::timestamptz`,
    calls: sql`select c.rang_at as at, c.hung_up_at as until, a.name as by, case when c.switch_ref is not null then ${seconds} end::float8 as seconds, c.id as "callId"
      from helpline_call c left join account a on a.id = c.operator_id where c.helpline_id = ${helplineId} and c.rang_at ${span} c.rang_at ${end}`,
    backs: sql`select b.promised_at as at, b.first_taken_at as until, a.name as by, extract(epoch from b.first_taken_at - b.promised_at)::float8 as seconds, b.call_id as "callId"
      from helpline_call_back b left join account a on a.id = b.taken_by where b.helpline_id = ${helplineId} and b.promised_at ${span} b.promised_at ${end}`,
    handed: sql`select o.made_at as at, o.done_at as until, null::text as by, null::float8 as seconds, o.call_id as "callId"
      from helpline_hand_off o where o.helpline_id = ${helplineId} and o.made_at ${span} o.made_at ${end}`,
  }
  const today = sql`(${now}::timestamptz at time zone ${homeZone})::date`
  const of: Record<RowKind, typeof rowsOf.calls> = {
    covered: rowsOf.covered,
    calls: rowsOf.calls,
    answered: sql`${rowsOf.calls} and c.answered_at is not null`,
    missed: sql`${rowsOf.calls} and c.hung_up_at is not null and c.answered_at is null`,
    'call-backs-kept': sql`${rowsOf.backs} and ${callBackKind(now)} = 'kept'`,
    'call-backs-late': sql`${rowsOf.backs} and ${callBackKind(now)} = 'late'`,
    'call-backs-missed': sql`${rowsOf.backs} and ${callBackKind(now)} = 'missed'`,
    'handed-on': rowsOf.handed,
    'handed-on-late': sql`${rowsOf.handed} and coalesce((o.done_at at time zone ${homeZone})::date, ${today}) > o.due_on`,
  }
  const { rows } = await sql<MeasureRow>`${of[kind]} order by at desc limit ${mostRows}`.execute(db)
  return rows
}
