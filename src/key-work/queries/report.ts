import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { Grouping } from '../groupings.ts'

export interface ReportFilter {
  by: Grouping
  /** Rows behind a number: of one wing, of one key worker. */
  wing?: string | undefined
  workerId?: string | undefined
}

export interface ReportRow {
  /** A wing, the id of a worker or of a case, or the first day of a month; null for who is not seen any more, or nobody. */
  key: string | null
  name: string | null
  people: number
  expected: number
  held: number
  missed: number
  cancelled: number
}

const mostRows = 500
const keys = {
  wing: sql`r.wing, r.wing`,
  worker: sql`r.worker_id::text, r.worker_name`,
  person: sql`r.case_id::text, r.person_name`,
  month: sql`r.month::text, r.month::text`,
} as const

/** Sessions expected and held in the actor's prison from one day to another, grouped. People who left since are counted. */
export async function readReport({ db }: Reading, from: Day, until: Day, filter: ReportFilter): Promise<ReportRow[]> {
  const { wing, workerId } = filter
  const { rows } = await sql<ReportRow>`
    select k.key, k.name, count(distinct coalesce(k.person_id::text, k.n::text))::int as people, sum(k.expected)::int as expected,
      sum(k.held)::int as held, sum(k.missed)::int as missed, sum(k.cancelled)::int as cancelled
    from (
      select ${keys[filter.by]}, r.person_id, row_number() over () as n, r.expected, r.held, r.missed, r.cancelled
      from key_work_rows(${from}::date, ${until}::date) r
      where (${wing ?? null}::text is null or r.wing = ${wing ?? null})
        and (${workerId ?? null}::text is null or coalesce(r.worker_id::text, 'nobody') = ${workerId ?? null})
    ) k(key, name, person_id, n, expected, held, missed, cancelled)
    group by 1, 2 order by ${filter.by === 'month' ? sql`1 desc` : sql`2 nulls last, 1`} limit ${mostRows}`.execute(db)
  return rows
}

/** Cases of people whom a report by person names, for the look. */
export const casesOf = (rows: readonly ReportRow[]): string[] => rows.flatMap(({ key }) => key ?? [])
