import { sql } from 'kysely'
import type { Reading } from '../platform/database.ts'

/** One person of a round, as far as the actor sees them. */
export interface Chosen {
  caseId: string
  personId: string
  name: string
  isOpen: boolean
  hasDied: boolean
  keyWorker: { accountId: string; agencyId: string } | null
}

/** Those of the cases that the actor sees, by name. */
export async function listChosen({ db }: Reading, caseIds: readonly string[]): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select s.case_id as "caseId", s.person_id as "personId", s.shown_name as name, s.is_open as "isOpen",
      s.died_on is not null as "hasDied",
      case when a.id is not null then jsonb_build_object('accountId', a.id, 'agencyId', a.agency_id) end as "keyWorker"
    from case_summary s left join account a on a.id = s.key_worker_id and a.disabled_at is null
    where s.case_id = any(${caseIds}::uuid[]) order by s.sort_name collate "C", s.case_id`.execute(db)
  return rows
}
