import { sql } from 'kysely'
import type { Database } from '../platform/database.ts'

export interface Grant {
  /** CUSTODY, SUPERVISION, TEAM, ALLOCATED, REFERRED, ACCEPTED */
  relationship: string
  /** Kind of agency that this is for; null is every kind. */
  agencyKind: string | null
  fieldGroups: string[]
}

/** What each relationship may see by the agreements that are in force. Open to everybody: it says nothing about anybody. */
export async function listGrants({ unknown }: Database): Promise<Grant[]> {
  const { rows } = await sql<Grant>`
    select g.relationship, g.agency_kind as "agencyKind", array_agg(distinct g.field_group) as "fieldGroups"
    from agreement_grant g join agreement a on a.id = g.agreement_id
    where is_in_force(a)
    group by 1, 2`.execute(unknown)
  return rows
}
