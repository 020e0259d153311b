import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface LeftCase {
  caseId: string
  personId: string
  personName: string
  releaseOn: string | null
  /** Who was named and can no longer sign in. */
  workerName: string
  role: string
  leftAt: Date
}

export const mostLeft = 200

/**
 * Open cases on which a named worker of the actor's agency can no longer sign in: nobody does that work until somebody else is named.
 * Whoever leaves prison soonest first, at most 200. Looks.
 */
export async function listWithoutWorker(reading: Reading): Promise<LeftCase[]> {
  const { rows } = await sql<LeftCase>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as "personName", s.release_on::text as "releaseOn",
      a.name as "workerName", p.role, a.disabled_at as "leftAt"
    from case_party p join account a on a.id = p.account_id join case_summary s on s.case_id = p.case_id
    where p.agency_id = ${reading.actor.agencyId} and p.relationship = 'ALLOCATED' and p.until_on is null
      and a.disabled_at is not null and s.is_open
    order by coalesce(s.release_on, 'infinity'), s.case_id, p.id limit ${mostLeft}`.execute(reading.db)
  reading.look({
    action: 'consult',
    personIds: [...new Set(rows.map(({ personId }) => personId))],
    caseIds: [...new Set(rows.map(({ caseId }) => caseId))],
    fieldGroups: ['identity', 'custody'],
  })
  return rows
}
