import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export interface FoundPeople {
  /** JSON text, written by the database: the answer as it leaves. */
  body: string
  personIds: string[]
}

interface Sought {
  name: string
  /** In every way that it may be written down. */
  numbers: readonly string[]
  bornOn: string | undefined
  limit: number
}

/** People like these words, with this number or this date of birth, among those the actor may see; the likest first. */
export async function searchPeople({ db }: Reading, { name, numbers, bornOn, limit }: Sought): Promise<FoundPeople> {
  const { rows } = await sql<FoundPeople>`
    select json_build_object('people', coalesce(json_agg(json_build_object('id', p.id,
        'name', coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name, 'givenName', p.given_name,
        'middleNames', p.middle_names, 'familyName', p.family_name, 'chosenName', p.chosen_name, 'bornOn', p.born_on,
        'prisonNumber', s.prison_number, 'caseIds', s.case_ids, 'likeness', round(f.likeness::numeric, 3))
        order by f.likeness desc, p.id), '[]'))::text as body,
      coalesce(array_agg(p.id), '{}')::text[] as "personIds"
    from find_people(${name.toLowerCase()}, ${numbers}, ${bornOn ?? null}, ${limit}) f join person p on p.id = f.person_id,
      lateral (select max(prison_number) as prison_number, coalesce(json_agg(case_id order by case_id), '[]') as case_ids
        from case_summary where person_id = p.id) s`.execute(db)
  return rows[0]!
}
