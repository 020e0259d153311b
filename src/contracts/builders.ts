import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { claimResults } from './claim-results.ts'
import { addContract } from './keep-contract.ts'
import type { ContractFields } from './queries/contracts.ts'
import type { Result } from './results.ts'

/** A contract of the manager's agency for the year around the tests' day, people followed for 84 days. @returns its id. */
export function aContract(world: World, manager: Actor, fields: Partial<ContractFields> = {}): Promise<string> {
  const plain: ContractFields = {
    ...{ funder: 'The Harbour Trust', title: 'Through the gate', fromOn: '2025-07-01', untilOn: '2026-06-30' },
    ...{ currency: 'GBP', followDays: 84, prices: [{ result: 'NOT_BACK', priceInMinor: 25_050 }] },
  }
  return world.database.change(manager, (change) => addContract(change, { ...plain, ...fields }))
}

/** All that can be claimed. @returns the claim's id. */
export const aClaim = (world: World, manager: Actor, contractId: string, result: Result = 'NOT_BACK') =>
  world.database.change(manager, (change) => claimResults(change, contractId, result))

/** Somebody with whom the manager's agency worked since June 2025, who left prison on a day. */
export async function aReleasedPerson(
  world: World,
  manager: Actor,
  on: string,
  familyName = 'Okafor',
): Promise<BuiltCase> {
  const built = await aCase(world, manager, { familyName })
  await world.inspect(`update case_party set since_on = '2025-06-01' where case_id = $1`, [built.id])
  await aStay(world, manager, built.personId, '2025-01-05', on)
  return built
}

/** A time in prison that ended with a release, or goes on. */
export async function aStay(
  world: World,
  manager: Actor,
  personId: string,
  from: string,
  until: string | null,
): Promise<void> {
  await world.inspect(
    `insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id)
     values ($1, $2, $3, $4, case when $4::date is not null then 'RELEASE' end, $2)`,
    [personId, manager.agencyId, from, until],
  )
}
