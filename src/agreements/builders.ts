import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { draftAgreement, offerAgreement } from './draft-agreement.ts'
import { signAgreement } from './sign-agreement.ts'
import type { Grant, Terms } from './terms.ts'

/** What these relationships may see, in short: `{ ALLOCATED: ['identity', 'notes'] }`, or with a kind: `{ 'TEAM:health': ['health'] }`. */
export function grantsOf(seen: Record<string, string[]>, mayContribute = false): Grant[] {
  return Object.entries(seen).flatMap(([line, fieldGroups]) => {
    const [relationship, agencyKind] = line.split(':') as [string, string?]
    return fieldGroups.map((fieldGroup) => ({
      relationship,
      agencyKind: agencyKind ?? null,
      fieldGroup,
      mayContribute,
    }))
  })
}

/** An agreement between the agencies of these workers: drafted and offered, not signed. @returns its id. */
export async function anOffer(world: World, parties: readonly Actor[], terms: Partial<Terms> = {}): Promise<string> {
  const coordinator = await world.aWorkerAt('Coordination', { kind: 'council', roles: ['COORDINATOR'] })
  const id = await world.database.change(coordinator, (change) =>
    draftAgreement(change, {
      ...{ title: 'Agreement', purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', documentReference: '' },
      ...{ startsOn: '2026-03-02', reviewOn: '2027-03-02', endsOn: null },
      partyIds: parties.map(({ agencyId }) => agencyId),
      grants: grantsOf({ ALLOCATED: ['identity'] }),
      ...terms,
    }),
  )
  await world.database.change(coordinator, (change) => offerAgreement(change, { id, version: 1 }))
  return id
}

/** A manager of the worker's agency signs. @returns whether it came into force. */
export async function aSignature(world: World, worker: Actor, id: string): Promise<boolean> {
  const manager = await world.aColleagueOf(worker, { roles: ['MANAGER'] })
  return world.database.change(manager, (change) => signAgreement(change, id, { name: 'Sam Park', title: 'Head' }))
}

/** An agreement that every party signed. @returns its id. */
export async function anAgreement(
  world: World,
  parties: readonly Actor[],
  terms: Partial<Terms> = {},
): Promise<string> {
  const id = await anOffer(world, parties, terms)
  for (const party of parties) await aSignature(world, party, id)
  return id
}
