import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** The case of a person whose custody part the actor sees. @throws Refusal `person.not-found` */
export async function findCaseOf({ db }: Reading, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select c.id from case_file c where c.person_id = ${personId}
      and exists (select from sight x where x.case_id = c.id and 'custody' = any(x.reads))
    order by c.ended_on is not null, c.made_at desc limit 1`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'person.not-found')
  return rows[0].id
}
