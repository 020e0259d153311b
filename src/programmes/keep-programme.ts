import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ProgrammePackage } from './package/schema.ts'
import { findByCode, getProgramme, insertEdition, insertProgramme, type Programme } from './queries.ts'

/**
 * Takes a package in for the actor's agency: a new programme, or the next edition of one that it has.
 *
 * @returns its id.
 * @throws Refusal `programme.managers-only`; `programme.older` where the agency has this edition or a later one.
 */
export async function importProgramme(change: Change, edition: ProgrammePackage): Promise<string> {
  mustBeManager(change)
  const own = await findByCode(change, change.actor.agencyId, edition.code)
  if (own && own.newestVersion >= edition.version) throw new Refusal('conflict', 'programme.older')
  const id = own?.id ?? (await insertProgramme(change, { agencyId: change.actor.agencyId, code: edition.code }))
  await keepEdition(change, id, edition, 'IMPORTED')
  return id
}

/** A programme of the actor's own that begins as another's is now. @returns its id. @throws Refusal `programme.managers-only`, `programme.have-it` */
export async function forkProgramme(change: Change, programmeId: string): Promise<string> {
  mustBeManager(change)
  const { id, version, package: original } = await getProgramme(change, programmeId)
  const own = await findByCode(change, change.actor.agencyId, original.code)
  if (own) throw new Refusal('conflict', 'programme.have-it', { programmeId: own.id })
  const forkedFrom = { id, version }
  const made = await insertProgramme(change, { agencyId: change.actor.agencyId, code: original.code, forkedFrom })
  const basedOn = { code: original.code, version: original.version }
  await keepEdition(change, made, { ...original, version: 1, basedOn, madeBy: change.actor.agencyName }, 'FORKED')
  return made
}

/**
 * Keeps the next edition of one's own programme. Courses that run stay on theirs.
 *
 * @param version - the edition that was being changed.
 * @throws Refusal `programme.managers-only`; `programme.changed` where there is a later one by now.
 */
export async function adaptProgramme(change: Change, programme: Programme, adapted: ProgrammePackage): Promise<void> {
  mustKeep(change, programme)
  await keepEdition(change, programme.id, { ...adapted, version: programme.version + 1 }, 'ADAPTED')
}

/** Brings what ships with the product; run at every start. */
export async function bringShipped(change: Change, editions: readonly ProgrammePackage[]): Promise<void> {
  for (const edition of editions) {
    const there = await findByCode(change, null, edition.code)
    const id = there?.id ?? (await insertProgramme(change, { agencyId: null, code: edition.code }))
    await keepEdition(change, id, edition, 'SHIPPED')
  }
}

/** Whether the actor may change this programme. */
export const mayKeep = ({ roles, agencyId }: Change['actor'], programme: Pick<Programme, 'agencyId'>): boolean =>
  roles.includes('MANAGER') && programme.agencyId === agencyId

function mustKeep({ actor }: Change, programme: Programme): void {
  if (!mayKeep(actor, programme)) throw new Refusal('not allowed', 'programme.managers-only')
}

function mustBeManager({ actor }: Change): void {
  if (!actor.roles.includes('MANAGER')) throw new Refusal('not allowed', 'programme.managers-only')
}

async function keepEdition(
  change: Change,
  id: string,
  edition: ProgrammePackage,
  how: Programme['how'],
): Promise<void> {
  if (!(await insertEdition(change, id, { edition, how }))) throw new Refusal('conflict', 'programme.changed')
  const details = { code: edition.code, version: edition.version, how }
  change.record({ name: 'programme.edition-kept', subjectId: id, fieldGroup: 'administration', details })
}
