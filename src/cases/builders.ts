import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { World } from '../platform/testing/world.ts'
import { openCase } from './open-case.ts'
import type { WorkerRole } from './worker-roles.ts'

export interface BuiltCase {
  id: string
  personId: string
}

/** A person with an open resettlement case that the worker is named on. Says only what the test cares about. */
export async function aCase(
  world: World,
  worker: Actor,
  { givenName = 'Sam', familyName = 'Rivers', role = 'KEY_WORKER', number, bornOn = '1990-05-04' }: CaseOptions = {},
): Promise<BuiltCase> {
  const personId = newId()
  await world.insert(
    `insert into person (id, given_name, family_name, born_on, owner_agency_id) values ($1, $2, $3, $4, $5)`,
    [personId, givenName, familyName, bornOn, worker.agencyId],
  )
  if (number) {
    await world.insert(
      `insert into person_identifier (person_id, type, value, owner_agency_id) values ($1, 'PRISON_NUMBER', $2, $3)`,
      [personId, number, worker.agencyId],
    )
  }
  const relationship = worker.agencyKind === 'prison' ? 'CUSTODY' : 'SUPERVISION'
  const id = await world.database.change(worker, (change) =>
    openCase(change, { personId, relationship, ownRole: role }),
  )
  return { id, personId }
}

interface CaseOptions {
  givenName?: string
  familyName?: string
  role?: WorkerRole
  number?: string
  bornOn?: string
}
