import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

/** Somebody on record whom a row may be about, as much as tells people apart. */
export interface Candidate {
  id: string
  name: string
  bornOn: string | null
  numbers: string[]
  place: string
}

export async function listCandidates({ db }: Reading, ids: string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Candidate>`
    select p.id, p.given_name || ' ' || p.family_name as name, p.born_on as "bornOn",
      coalesce((select array_agg(value order by type) from person_identifier i where i.person_id = p.id), '{}') as numbers,
      coalesce((select y.name from custody k join agency y on y.id = k.agency_id where k.person_id = p.id and k.left_on is null), '') as place
    from person p where p.id = any(${ids}::uuid[]) order by p.id`.execute(db)
  return rows
}
