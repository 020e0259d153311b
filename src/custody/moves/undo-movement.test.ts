import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { listEntered, listMovements } from '../queries/movements.ts'
import { aPersonInside, lineOf, monday, outcome, partiesOf, record, say } from './builders.ts'
import { undoMovement } from './undo-movement.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a mistaken transfer is taken back within a day by whoever entered it: all is as it was, and the history keeps it', async () => {
  const { prison, next, id, personId } = await aPersonInside(world)
  const before = await partiesOf(world, id)
  await record(world, prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))
  const [mistake] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))

  await world.database.change(prison, (change) => undoMovement(change, mistake!.id))

  expect(await partiesOf(world, id)).toEqual(before)
  expect(await lineOf(world, id)).toMatchObject({
    custody_state: 'HELD',
    agency_id: prison.agencyId,
    wing: 'A',
    cell: '1-04',
  })
  const kept = await world.database.read(prison, (reading) => listMovements(reading, personId))
  expect(kept.map(({ kind, undoneAt }) => [kind, undoneAt !== null])).toEqual([
    ['TRANSFER', true],
    ['RECEPTION', false],
  ])
})

test('nobody else takes it back, and nobody a day later or after the next movement, also in the night when clocks change', async () => {
  const { prison, personId } = await aPersonInside(world)
  const colleague = await world.aColleagueOf(prison)
  const entered = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  const undo = (actor: Actor) => world.database.change(actor, (change) => undoMovement(change, entered[0]!.id))

  await expect(undo(colleague)).rejects.toMatchObject({ code: 'movement.not-found' })
  await record(world, prison, personId, say('MOVE', { wing: 'E' }))
  await expect(undo(prison)).rejects.toMatchObject({ code: 'movement.too-late' })

  world.time.now = new Date('2026-03-28T23:30:00Z') // the clocks go forward at 01:00
  await record(world, prison, personId, say('COURT_OUT', { happenedOn: '2026-03-28' }))
  const [court] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  world.time.now = new Date('2026-03-29T23:31:00Z')
  await expect(world.database.change(prison, (change) => undoMovement(change, court!.id))).rejects.toMatchObject({
    code: 'movement.too-late',
  })
  world.time.now = new Date('2026-03-02T09:30:00Z')
})

test('a death is on every page of the case, and it too can be taken back', async () => {
  const { prison, id, personId } = await aPersonInside(world)

  await record(world, prison, personId, say('DEATH'))
  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'DEAD', died_on: monday, agency_id: null })
  expect(await outcome(record(world, prison, personId, say('RECEPTION')))).toBe('movement.died')

  const [entry] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  await world.database.change(prison, (change) => undoMovement(change, entry!.id))
  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'HELD', died_on: null, agency_id: prison.agencyId })
})

test('reminders about somebody who has died stop at once, and go on when that was a mistake', async () => {
  const { prison, id, personId } = await aPersonInside(world)
  await world.insert(
    `insert into case_transfer (case_id, person_id, from_agency_id, from_account_id, to_agency_id, by_on, reason, proposed_at, expires_at, owner_agency_id)
     select $1, $2, $3, $4, id, '2026-03-20', 'Moves area', '2026-01-01', '2026-02-01', $3 from agency where name = 'Merrow Probation' limit 1`,
    [id, personId, prison.agencyId, prison.userId],
  )
  const system = { ...prison, userId: '00000000-0000-7000-8000-000000000001' }
  expect(await countDue(system, personId)).toBe(1)

  await record(world, prison, personId, say('DEATH'))
  expect(await countDue(system, personId)).toBe(0)

  const [entry] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  await world.database.change(prison, (change) => undoMovement(change, entry!.id))
  expect(await countDue(system, personId)).toBe(1)
})

/** How many reminders are due about this person. */
async function countDue(system: Actor, personId: string): Promise<number> {
  return world.database.read(system, async ({ db }) => {
    const due = await sql<{ transfer_id: string }>`select transfer_id from transfers_due('2026-03-02')`.execute(db)
    const ours = await world.inspect<{ id: string }>('select id from case_transfer where person_id = $1', [personId])
    return due.rows.filter(({ transfer_id }) => ours.some(({ id }) => id === transfer_id)).length
  })
}
