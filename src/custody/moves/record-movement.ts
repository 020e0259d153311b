import { tellWorkers } from '../../alerts/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  findTold,
  getStanding,
  insertMovement,
  listPrisons,
  lockMovements,
  type Standing,
} from '../queries/movements.ts'
import { type Contradiction, contradictionIn, type SaidMovement } from './contradiction.ts'
import { namesCell, namesPrison } from './movement-states.ts'

/** Where it was said: by screen, by a file, or by another system with an id of its own. */
export interface Telling {
  source: 'BY_HAND' | 'CSV' | 'API'
  externalId?: string | undefined
}

/** What a movement contradicts, given where the person stands now; undefined where it can be. For the page, before anything is written. */
export async function weighMovement(
  reading: Reading,
  personId: string,
  said: SaidMovement,
): Promise<{ standing: Standing; kind: SaidMovement['kind']; contradiction: Contradiction | undefined }> {
  const standing = await getStanding(reading, personId)
  if (!standing.mayWrite) throw new Refusal('not allowed', 'custody.may-not-change')
  // What a system calls a release is, of somebody recalled, a re-release.
  const kind = said.kind === 'RELEASE' && standing.isRecalled ? 'RE_RELEASE' : said.kind
  const prisonIds = (await listPrisons(reading)).map(({ id }) => id)
  const here = { today: dayAt(reading.now), agencyId: reading.actor.agencyId, prisonIds }
  return { standing, kind, contradiction: contradictionIn({ ...said, kind }, standing, here) }
}

/**
 * Records what happened to somebody in custody. Stay, places on the case and unfinished work follow in the same transaction;
 * the case stays one case. The named workers are told.
 *
 * @returns the id of the movement.
 * @throws Refusal `person.not-found`; `custody.may-not-change` when the actor sees custody but may not write it; `movement.told`
 *   with its id when the same system told of it before; `movement.` and what it contradicts, with the field that says it.
 */
export async function recordMovement(
  change: Change,
  personId: string,
  said: SaidMovement,
  { source, externalId }: Telling = { source: 'BY_HAND' },
): Promise<string> {
  await lockMovements(change, personId)
  const told = externalId === undefined ? undefined : await findTold(change, externalId)
  if (told) throw new Refusal('conflict', 'movement.told', { movementId: told })
  const { standing, kind, contradiction } = await weighMovement(change, personId, said)
  if (contradiction) throw new Refusal('conflict', `movement.${contradiction.code}`, { field: contradiction.field })

  const { caseId } = standing
  const id = newId()
  const about = { caseId, subjectId: id, fieldGroup: 'custody', details: { kind, day: said.happenedOn } } as const
  await tellWorkers(change, { name: 'movement.recorded', ...about }) // before those who lose sight have lost it
  await insertMovement(change, {
    id,
    caseId,
    personId,
    kind,
    happenedOn: said.happenedOn,
    toAgencyId: kind === 'RECEPTION' ? change.actor.agencyId : namesPrison(kind) ? (said.toAgencyId ?? null) : null,
    wing: (namesCell(kind) && said.wing) || '',
    cell: (namesCell(kind) && said.cell) || '',
    returnDueOn: kind === 'TEMPORARY_RELEASE' ? (said.returnDueOn ?? null) : null,
    externalId: externalId ?? null,
    source,
  })
  change.record({ name: 'movement.recorded', ...about, personId })
  return id
}
