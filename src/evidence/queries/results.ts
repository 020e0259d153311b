import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Database, Reading } from '../../platform/database.ts'

export const measures = ['STEP_BEFORE_RELEASE', 'MET_IN_FIRST_WEEK', 'REFERRAL_BEFORE_RELEASE'] as const
export type Measure = (typeof measures)[number]

/** One figure of a quarter as everybody may read it: people to the nearest five, or null where it was held back. */
export interface PublicResult {
  measure: Measure
  /** '' is all prisons together. */
  prison: string
  people: number | null
  counted: number | null
}

export interface Quarter {
  /** Its first day. */
  on: Day
  countedAt: Date
  publishedAt: Date | null
  results: PublicResult[]
}

const quarters = sql`
  select q.quarter_on::text as "on", q.counted_at as "countedAt", q.published_at as "publishedAt",
    coalesce((select json_agg(json_build_object('measure', r.measure, 'prison', r.prison, 'people', r.people, 'counted', r.counted)
      order by r.measure, r.prison collate "C") from public_result r where r.quarter_on = q.quarter_on), '[]') as results
  from public_quarter q`

/** What everybody may read, the latest quarter first: the database shows nobody else's than what was published. At most 8. */
export async function listPublished({ db }: Pick<Reading, 'db'>): Promise<Quarter[]> {
  const { rows } = await sql<Quarter>`${quarters} where q.published_at is not null order by 1 desc limit 8`.execute(db)
  return rows
}

/** The quarters that wait for a coordinator; nothing for anybody else. */
export async function listWaiting({ db }: Reading): Promise<Quarter[]> {
  const { rows } = await sql<Quarter>`${quarters} where q.published_at is null order by 1 desc limit 8`.execute(db)
  return rows
}

/** Without anybody signed in. */
export const listPublishedForAll = ({ unknown }: Database): Promise<Quarter[]> => listPublished({ db: unknown })

/** @returns false where it is published already, or was never counted. */
export async function updatePublished({ db, actor, now }: Change, on: Day): Promise<boolean> {
  const { numAffectedRows } = await sql`update public_quarter set published_at = ${now}, published_by = ${actor.userId}
    where quarter_on = ${on} and published_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function isCounted({ db }: Reading, on: Day): Promise<boolean> {
  const { rows } = await sql`select 1 from public_quarter where quarter_on = ${on}`.execute(db)
  return rows.length > 0
}

export interface CountedResult {
  measure: Measure
  prison: string
  people: number
  counted: number
}

/** Whole numbers, never to be shown. For the program alone. */
export async function countResults({ db }: Reading, on: Day): Promise<CountedResult[]> {
  const { rows } = await sql<CountedResult>`select * from count_public_results(${on})`.execute(db)
  return rows
}

export async function insertQuarter({ db, now }: Change, on: Day, results: readonly PublicResult[]): Promise<void> {
  await sql`insert into public_quarter (quarter_on, counted_at) values (${on}, ${now})`.execute(db)
  await sql`insert into public_result (quarter_on, measure, prison, people, counted, counted_at)
    select ${on}::date, measure, prison, people, counted, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r(measure text, prison text, people int, counted int)`.execute(
    db,
  )
}
