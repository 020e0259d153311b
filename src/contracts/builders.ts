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
