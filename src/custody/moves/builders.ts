import { aCase } from '../../cases/builders.ts'
import { addSupervision } from '../../cases/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import type { Actor } from '../../platform/database.ts'
import type { World } from '../../platform/testing/world.ts'
import type { SaidMovement } from './contradiction.ts'
import { recordMovement } from './record-movement.ts'

export const monday: Day = '2026-03-02'
export const record = (
  world: World,
  actor: Actor,
  personId: string,
  said: SaidMovement,
  externalId?: string,
): Promise<string> =>
  world.database.change(actor, (change) => recordMovement(change, personId, said, { source: 'BY_HAND', externalId }))
export const say = (kind: SaidMovement['kind'], more: Partial<SaidMovement> = {}): SaidMovement => ({
  kind,
  happenedOn: monday,
  ...more,
})
/** How it ended: recorded, or the code of what it contradicts. */
export const outcome = (recording: Promise<string>) =>
  recording.then(
    () => 'recorded',
    (error: { code: string }) => error.code,
  )

/** Somebody whom a prison holds, with an area that supervises them. */
export async function aPersonInside(world: World) {
  const prison = await world.aWorkerAt('Fernhall', { name: 'Amira Khan' })
  const area = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  const next = await world.aWorkerAt('Long Marsh')
  const person = await aCase(world, prison)
  await world.database.change(prison, (change) => addSupervision(change, person.id, { agencyId: area.agencyId }))
  await record(world, prison, person.personId, say('RECEPTION', { wing: 'A', cell: '1-04' }))
  return { prison, area, next, ...person }
}

export const partiesOf = async (world: World, caseId: string): Promise<Record<string, string>[]> =>
  world.inspect(
    `select y.name, p.relationship from case_party p join agency y on y.id = p.agency_id where case_id = $1 and until_on is null order by 1, 2`,
    [caseId],
  )
export const lineOf = async (world: World, caseId: string) =>
  (await world.inspect<Record<string, unknown>>('select * from case_summary where case_id = $1', [caseId]))[0]!
