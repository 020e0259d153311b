import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { World } from '../platform/testing/world.ts'
import { buildCopies } from './build-copy.ts'
import { passCheck, sendToCheck } from './check-part.ts'
import { decideItem, type ItemDecision } from './decide-items.ts'
import { logRequest } from './log-request.ts'
import { type Item, listItems } from './queries/items.ts'
import { listParts } from './queries/parts.ts'
import type { NewRequest } from './queries/requests.ts'

/** Two managers of an agency: one decides, the other checks. */
export interface Pair {
  first: Actor
  second: Actor
}

export async function aPair(world: World, agencyName: string, kind: string): Promise<Pair> {
  const first = await world.aWorkerAt(agencyName, { kind, roles: ['MANAGER'], name: `Ada of ${agencyName}` })
  return { first, second: await world.aColleagueOf(first, { roles: ['MANAGER'], name: `Ben of ${agencyName}` }) }
}

export interface SharedRecord {
  record: BuiltCase
  prison: Pair
  council: Pair
  police: Pair
  charity: Pair
}

export const secrets = {
  intelligence: 'Source says the Harlow brothers pay him',
  mentoring: 'He told his mentor of the blue boat',
  council: 'A flat in Mill Lane is held for him. Neighbour Rosalind Fairweather objects.',
  prison: 'He rang his mother on the wing phone.',
}

/** Danny, whom a prison and a council work with openly, the police with intelligence, and a charity with a mentor's notes. */
export async function aSharedRecord(world: World): Promise<SharedRecord> {
  const prison = await aPair(world, 'HMP Fernhall', 'prison')
  const council = await aPair(world, 'Wexley Council', 'council')
  const police = await aPair(world, 'Wexley Police', 'police')
  const charity = await aPair(world, 'Open Door', 'charity')
  const record = await aCase(world, prison.first, { givenName: 'Danny', familyName: 'Okafor' })
  for (const [{ first }, role] of [
    [council, 'LEAD'],
    [police, 'SUPPORT'],
    [charity, 'MENTOR'],
  ] as const) {
    await world.insert(
      `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
       values ($1, $2, $3, 'ALLOCATED', $4, current_date, $2)`,
      [record.id, first.agencyId, first.userId, role],
    )
  }
  await aNote(world, prison.first, record.id, { body: secrets.prison })
  await aNote(world, council.first, record.id, { body: secrets.council })
  await aNote(world, police.first, record.id, { body: secrets.intelligence, part: 'intelligence' })
  await aNote(world, charity.first, record.id, { body: secrets.mentoring, part: 'mentoring' })
  return { record, prison, council, police, charity }
}

/** Danny's own request by letter, proved the same day. @returns its id. */
export function aRequest(
  world: World,
  manager: Actor,
  { id: caseId, personId }: BuiltCase,
  options: Partial<NewRequest> = {},
): Promise<string> {
  return world.database.change(manager, (change) =>
    logRequest(change, {
      caseId,
      personId,
      personName: 'Danny Okafor',
      askedBy: 'PERSON',
      askerName: '',
      channel: 'LETTER',
      receivedOn: '2026-03-02',
      proof: 'KNOWN',
      provedOn: '2026-03-02',
      locale: 'en',
      askedAgencyIds: null,
      ...options,
    }),
  )
}

export const itemsOf = (world: World, manager: Actor, requestId: string): Promise<Item[]> =>
  world.database.read(manager, (reading) => listItems(reading, requestId, { limit: 1_000 }))

type Choice = Partial<Omit<ItemDecision, 'version'>>

/** Decides all that the agency holds, and has the other manager check it. Without a choice an item goes out. */
export async function decidedAndChecked(
  world: World,
  { first, second }: Pair,
  requestId: string,
  choose: (item: Item) => Choice = () => ({}),
): Promise<void> {
  for (const item of await itemsOf(world, first, requestId)) {
    const decided = { decision: 'RELEASE' as const, exemption: null, marks: [], version: item.version, ...choose(item) }
    await world.database.change(first, (change) => decideItem(change, requestId, item.id, decided))
  }
  await world.database.change(first, (change) => sendToCheck(change, requestId))
  for (const part of await world.database.read(second, (reading) => listParts(reading, requestId))) {
    if (part.agencyId !== second.agencyId) continue
    await world.database.change(second, (change) => passCheck(change, requestId, part.id))
  }
}

/** What the worker does after the last check. */
export const built = (world: World, manager: Actor, requestId: string): Promise<number> =>
  world.database.change(systemFor(manager.agencyId), (change) => buildCopies(change, requestId))
