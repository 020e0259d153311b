import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** How much one worker holds, and what is known of how much they can. */
export interface Load {
  accountId: string
  name: string
  cases: number
  points: number
  /** null where nobody said it. */
  mostPoints: number | null
  hoursPerWeek: number | null
  /** Monday is 1. */
  worksOn: number[] | null
  languages: string[]
  wings: string[]
  teamIds: string[]
  awayUntil: Day | null
  coverName: string | null
}

/** Every worker of the actor's agency, by name. For managers. */
export async function listLoads({ db, now }: Reading): Promise<Load[]> {
  const { rows } = await sql<Load>`
    select account_id as "accountId", name, cases, points, most_points as "mostPoints", hours_per_week as "hoursPerWeek",
      works_on as "worksOn", languages, wings, team_ids as "teamIds", away_until as "awayUntil", cover_name as "coverName"
    from worker_loads(${dayAt(now)})`.execute(db)
  return rows
}
