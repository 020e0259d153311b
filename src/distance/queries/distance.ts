import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Measure } from '../measures.ts'

/** How far people came in one measure. Null is of too few people to be told. */
export interface Distance {
  measure: Measure
  /** The quarter in which it was first known, by its first day; null: all of them. */
  quarter: Day | null
  people: number | null
  forward: number | null
  back: number | null
  countedAt: Date
}

export async function listDistances({ db }: Reading): Promise<Distance[]> {
  const { rows } = await sql<Distance>`
    select measure, quarter, people, forward, back, counted_at as "countedAt" from distance_travelled()`.execute(db)
  return rows
}

/** Counts all of it anew. @returns how many lines there are. */
export async function recountDistance({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ lines: number }>`select recount_distance(${now}) as lines`.execute(db)
  return rows[0]!.lines
}
