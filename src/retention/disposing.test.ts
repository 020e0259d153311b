import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aClosedCase, afterCoolingOff, aNight, anApprovedDisposal, system } from './builders.ts'
import { executeDisposals } from './execute-disposal.ts'
import { liftHold, placeHold } from './place-hold.ts'
import { approveDisposal, proposeDisposal, withdrawDisposal } from './propose-disposal.ts'
import { getDisposal, listItems } from './queries/disposals.ts'
import { countDue, listDue } from './queries/due.ts'

let world: World
let [manager, second, worker]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.time.now = new Date('2026-03-02T09:30:00Z')
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  second = await world.aColleagueOf(manager, { roles: ['MANAGER'], name: 'Bo Finch' })
  worker = await world.aColleagueOf(manager)
})
afterAll(() => world.close())

const traces = (personId: string) =>
  world.inspect<{ table: string; n: number }>(
    `select 'person' as table, count(*)::int as n from person where id = $1
     union all select 'note', count(*)::int from note where person_id = $1
     union all select 'case', count(*)::int from case_file where person_id = $1
     union all select 'number', count(*)::int from person_identifier where person_id = $1
     union all select 'list', count(*)::int from case_summary where person_id = $1`,
    [personId],
  )
const kept = async (personId: string) => (await traces(personId)).reduce((sum, { n }) => sum + n, 0)

test('six years after the last case closed a record is due, and after two managers and seven days nothing of it is left', async () => {
  const old = await aClosedCase(world, worker!, { givenName: 'Danny' })
  const recent = await aClosedCase(world, worker!, { endedOn: '2024-06-01' })
  await aNight(world)

  const due = await world.database.read(manager!, (reading) => listDue(reading, '2026-03-02', 10, 0))
  expect(due.map(({ personId, name, dueOn }) => ({ personId, name, dueOn }))).toContainEqual({
    personId: old.personId,
    name: 'Danny Rivers',
    dueOn: '2021-06-01',
  })
  const id = await anApprovedDisposal(world, manager!, second!)
  await executeDisposals(world.database, system)
  expect(await kept(old.personId)).toBeGreaterThan(0) // the days are not over
  await afterCoolingOff(world)

  expect(await traces(old.personId)).toSatisfy((rows: { n: number }[]) => rows.every(({ n }) => n === 0))
  expect(await kept(recent.personId)).toBe(5)
  const done = await world.database.read(manager!, (reading) => getDisposal(reading, id))
  expect(done).toMatchObject({ state: 'DONE', digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await world.database.read(manager!, (reading) => countDue(reading, '2026-03-10'))).toEqual([])
})

test('whoever proposes does not approve, nor does a manager of another agency or a worker', async () => {
  await aClosedCase(world, worker!)
  await aNight(world)
  const reason = 'The yearly clearing.'
  const id = await world.database.change(manager!, (change) => proposeDisposal(change, { reason, classes: ['CASE'] }))
  const stranger = await world.aWorkerAt('HMP Other', { roles: ['MANAGER'] })
  const approve = (actor: Actor) => world.database.change(actor, (change) => approveDisposal(change, id))

  await expect(approve(manager!)).rejects.toMatchObject({ code: 'disposal.second-person' })
  await expect(approve(stranger)).rejects.toMatchObject({ code: 'disposal.not-found' })
  await expect(approve(worker!)).rejects.toMatchObject({ code: 'disposal.not-found' })
  expect(await world.database.read(stranger, (reading) => listDue(reading, '2026-03-02', 10, 0))).toEqual([])
})

test('a disposal is taken back until it begins, and its records are due again', async () => {
  const { personId } = await aClosedCase(world, worker!)
  await aNight(world)
  const id = await anApprovedDisposal(world, manager!, second!)

  await world.database.change(manager!, (change) => withdrawDisposal(change, id))
  await afterCoolingOff(world)

  expect(await kept(personId)).toBe(5)
  expect(await world.database.read(manager!, (reading) => countDue(reading, '2026-03-10'))).toHaveLength(1)
  expect(await anApprovedDisposal(world, second!, manager!)).not.toBe(id)
})

test('a legal hold wins against a disposal that was approved before it, and lifting it makes the record due again', async () => {
  const { personId } = await aClosedCase(world, worker!)
  await aNight(world)
  const id = await anApprovedDisposal(world, manager!, second!)
  const hold = { personId, caseId: null, askedBy: 'HM Coroner', reason: 'An inquest is open.' }
  const holdId = await world.database.change(manager!, (change) =>
    placeHold(change, { ...hold, fromOn: '2026-03-02', untilOn: null }),
  )

  await afterCoolingOff(world)
  const items = await world.database.read(manager!, (reading) => listItems(reading, id, 10, 0))
  expect(items).toMatchObject([{ personId, state: 'HELD' }])
  expect(await kept(personId)).toBe(5)

  await world.database.change(second!, (change) => liftHold(change, holdId, 'The inquest ended.'))
  await anApprovedDisposal(world, manager!, second!)
  await afterCoolingOff(world)
  expect(await kept(personId)).toBe(0)
})

test('a case that was opened again in the meantime keeps the record', async () => {
  const { personId, id: caseId } = await aClosedCase(world, worker!)
  await aNight(world)
  const id = await anApprovedDisposal(world, manager!, second!)
  await world.inspect('update case_file set ended_on = null where id = $1', [caseId])

  await afterCoolingOff(world)

  expect(await kept(personId)).toBe(5)
  const { sums } = await world.database.read(manager!, (reading) => getDisposal(reading, id))
  expect(sums).toEqual([{ class: 'CASE', action: 'DELETE', state: 'NOT_DUE', count: 1 }])
})
