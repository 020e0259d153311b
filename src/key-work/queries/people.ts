import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface FoundCase {
  caseId: string
  isOpen: boolean
  mayWrite: boolean
}

/** The case of whoever has this prison number, as far as the actor sees it: an open one first. */
export async function findByNumber({ db }: Reading, prisonNumber: string): Promise<FoundCase | undefined> {
  const { rows } = await sql<FoundCase>`
    select c.id as "caseId", c.ended_on is null as "isOpen", exists (select from sight x where x.case_id = c.id
      and 'notes' = any(x.writes)) as "mayWrite"
    from person_identifier i join case_file c on c.person_id = i.person_id
    where i.type = 'PRISON_NUMBER' and i.value = ${prisonNumber}
    order by c.ended_on is not null, c.made_at desc limit 1`.execute(db)
  return rows[0]
}

/** Ids of the open cases in the actor's prison, to try a code on. */
export async function listCaseIds({ db, actor }: Reading): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from case_summary where agency_id = ${actor.agencyId} and is_open limit 20000`.execute(db)
  return rows.map(({ id }) => id)
}
