import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { proposeTransfer } from './propose-transfer.ts'

/** A case offered by the worker's agency to another one. @returns the id of the transfer. */
export function aTransfer(world: World, from: Actor, caseId: string, to: Actor): Promise<string> {
  const proposal = { toAgencyId: to.agencyId, byOn: '2026-03-20', reason: 'She moves to your area.' }
  return world.database.change(from, (change) => proposeTransfer(change, caseId, proposal))
}
