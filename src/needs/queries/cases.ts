import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Whom a case is about. @throws Refusal `case.not-found` */
export async function getCaseSubject({ db }: Reading, caseId: string): Promise<{ personId: string }> {
  const { rows } = await sql<{
    personId: string
  }>`select person_id as "personId" from case_file where id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case.not-found')
  return rows[0]
}

export interface PossibleOwner {
  agencyId: string
  agencyName: string
  /** Workers of that agency who are on the case. */
  workers: { id: string; name: string; jobTitle: string }[]
}

/** Every agency, those on the case first, with its workers on the case: any agency may own a need. */
export async function listPossibleOwners({ db }: Reading, caseId: string): Promise<PossibleOwner[]> {
  const { rows } = await sql<PossibleOwner>`
    select y.id as "agencyId", y.name as "agencyName", coalesce(w.workers, '[]') as workers
    from agency y left join lateral (
      select jsonb_agg(distinct jsonb_build_object('id', a.id, 'name', a.name, 'jobTitle', a.job_title)) as workers
      from case_party p join account a on a.id = p.account_id
      where p.case_id = ${caseId} and p.agency_id = y.id and p.until_on is null and a.disabled_at is null) w on true
    where y.closed_on is null
    order by w.workers is null, y.name, y.id limit 300`.execute(db)
  return rows
}
