import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { World } from '../platform/testing/world.ts'

/** A person whom a prison holds, with nobody named. Says only what the test cares about. */
export async function anUnallocatedCase(
  world: World,
  at: Actor,
  { givenName = 'Sam', familyName = 'Rivers', wing = 'B', language = '' } = {},
): Promise<{ caseId: string; personId: string }> {
  const [caseId, personId] = [newId(), newId()]
  await world.insert(
    `insert into person (id, given_name, family_name, interpreter_language, owner_agency_id) values ($1, $2, $3, nullif($4, ''), $5)`,
    [personId, givenName, familyName, language, at.agencyId],
  )
  await world.insert(
    `insert into case_file (id, person_id, opened_on, owner_agency_id) values ($1, $2, '2026-02-01', $3)`,
    [caseId, personId, at.agencyId],
  )
  await world.insert(
    `insert into custody (person_id, agency_id, wing, received_on, source, owner_agency_id) values ($1, $2, $3, '2026-02-01', 'TEST', $2)`,
    [personId, at.agencyId, wing],
  )
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'CUSTODY', '2026-02-01', $2)`,
    [caseId, at.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], '{identity}')`, [caseId])
  return { caseId, personId }
}
