import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import type { Sought } from '../find-people.ts'

export interface FoundPerson {
  personId: string
  caseId: string
  name: string
  prisonNumber: string | null
  bornOn: Day | null
  prison: string | null
  wing: string | null
  cell: string | null
  releaseOn: Day | null
  releaseType: string | null
  keyWorkerName: string | null
}

/** One query: the likely people by definer function (find_people repeats the rule), then their lines on the lists. */
export async function selectFoundPeople(
  { db }: Reading,
  { words, numbers, bornOn }: Sought,
  most: number,
): Promise<FoundPerson[]> {
  if (words.length < 2 && numbers.length === 0 && bornOn === null) return []
  const { rows } = await sql<FoundPerson>`
    select * from (
      select distinct on (s.person_id) s.person_id as "personId", s.case_id as "caseId", s.shown_name as name,
        s.prison_number as "prisonNumber", s.born_on as "bornOn", y.name as prison, s.wing, s.cell,
        s.release_on as "releaseOn", s.release_type as "releaseType", s.key_worker_name as "keyWorkerName", f.likeness
      from find_people(${words}, ${numbers}::text[], ${bornOn}::date, ${most}) f
      join case_summary s on s.person_id = f.person_id
      left join agency y on y.id = s.agency_id
      order by s.person_id, s.is_open desc, s.release_on desc
    ) found order by likeness desc, name collate "C", "caseId"`.execute(db)
  return rows
}
