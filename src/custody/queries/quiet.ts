import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

export interface QuietCase {
  caseId: string
  personId: string
  name: string
  wing: string
  /** The last day on which somebody worked towards resettlement. */
  activeOn: Day
  releaseOn: Day | null
  keyWorkerName: string | null
}

/**
 * People whom the actor's prison holds and for whose resettlement nobody has done anything for as long as the partnership allows: the
 * quietest first. Nobody who has left or died, and nobody of another prison.
 */
export async function listQuiet({ db, actor, now }: Reading): Promise<{ weeks: number; cases: QuietCase[] }> {
  const { rows } = await sql<{ weeks: number; cases: QuietCase[] }>`
    select round(g.quiet_after_days / 7.0)::int as weeks, coalesce((select jsonb_agg(q) from (
      select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, coalesce(s.wing, '') as wing, s.active_on as "activeOn",
        s.release_on as "releaseOn", s.key_worker_name as "keyWorkerName"
      from case_summary s where s.agency_id = ${actor.agencyId} and s.is_open and s.died_on is null
        and s.active_on <= ${dayAt(now)}::date - g.quiet_after_days
      order by s.active_on, s.case_id limit 500) q), '[]') as cases
    from partnership g`.execute(db)
  return rows[0]!
}
