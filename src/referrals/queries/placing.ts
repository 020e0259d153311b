import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Outcome } from './answers.ts'

export interface PlacingFacts {
  sex: string | null
  prisonId: string | null
  isOnLicence: boolean | null
  /** Where the agency that supervises the person works. */
  area: string | null
}

/** What choosing a service needs to know beyond what every page of the case shows. */
export async function readPlacingFacts({ db }: Reading, caseId: string): Promise<PlacingFacts> {
  const { rows } = await sql<PlacingFacts>`
    select p.sex, (select k.agency_id from custody k where k.person_id = p.id and k.left_on is null) as "prisonId",
      case when exists (select from release_date d where d.person_id = p.id and d.replaced_at is null
        and d.day is not null and d.type in ('LED', 'SLED')) then true end as "isOnLicence",
      (select nullif(y.place, '') from case_party m join agency y on y.id = m.agency_id where m.case_id = c.id
        and m.relationship = 'SUPERVISION' and m.until_on is null order by m.since_on desc limit 1) as area
    from case_file c join person p on p.id = c.person_id where c.id = ${caseId}`.execute(db)
  return rows[0] ?? { sex: null, prisonId: null, isOnLicence: null, area: null }
}

/** What came of each thing that a referral was to lead to. */
export async function listOutcomes({ db }: Reading, referralId: string): Promise<Outcome[]> {
  const { rows } = await sql<Outcome>`
    select words, result from referral_outcome where referral_id = ${referralId} order by words limit 50`.execute(db)
  return rows
}
