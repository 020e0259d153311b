import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../cases/builders.ts'
import { addSupervision } from '../../cases/index.ts'
import { addDays, type Day } from '../../platform/calendar-day.ts'
import type { Actor } from '../../platform/database.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { listEntered, listLeft, listMovements } from '../queries/movements.ts'
import type { SaidMovement } from './contradiction.ts'
import { recordMovement } from './record-movement.ts'
import { undoMovement } from './undo-movement.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const monday: Day = '2026-03-02'
const record = (actor: Actor, personId: string, said: SaidMovement, externalId?: string): Promise<string> =>
  world.database.change(actor, (change) => recordMovement(change, personId, said, { source: 'BY_HAND', externalId }))
const say = (kind: SaidMovement['kind'], more: Partial<SaidMovement> = {}): SaidMovement => ({
  kind,
  happenedOn: monday,
  ...more,
})
/** How it ended: recorded, or the code of what it contradicts. */
const outcome = (recording: Promise<string>) =>
  recording.then(
    () => 'recorded',
    (error: { code: string }) => error.code,
  )

/** Somebody whom a prison holds, with an area that supervises them. */
async function aPersonInside() {
  const prison = await world.aWorkerAt('Fernhall', { name: 'Amira Khan' })
  const area = await world.aWorkerAt('Merrow Probation', { kind: 'probation' })
  const next = await world.aWorkerAt('Long Marsh')
  const person = await aCase(world, prison)
  await world.database.change(prison, (change) => addSupervision(change, person.id, { agencyId: area.agencyId }))
  await record(prison, person.personId, say('RECEPTION', { wing: 'A', cell: '1-04' }))
  return { prison, area, next, ...person }
}

const partiesOf = async (caseId: string): Promise<Record<string, string>[]> =>
  world.inspect(
    `select y.name, p.relationship from case_party p join agency y on y.id = p.agency_id where case_id = $1 and until_on is null order by 1, 2`,
    [caseId],
  )
const lineOf = async (caseId: string) =>
  (await world.inspect<Record<string, unknown>>('select * from case_summary where case_id = $1', [caseId]))[0]!

test('a case stays one case through reception, transfer, court, release, recall and re-release', async () => {
  const { prison, area, next, id, personId } = await aPersonInside()

  const codes = [
    await outcome(record(prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))),
    await outcome(record(next, personId, say('RECEPTION', { wing: 'C', cell: '2-11' }))),
    await outcome(record(next, personId, say('COURT_OUT'))),
    await outcome(record(next, personId, say('COURT_BACK'))),
    await outcome(record(next, personId, say('RELEASE'))),
  ]
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-03-02', $2)`,
    [id, area.agencyId, area.userId],
  )
  codes.push(
    await outcome(record(area, personId, say('RECALL', { toAgencyId: prison.agencyId }))),
    await outcome(record(prison, personId, say('RECEPTION', { wing: 'B' }))),
    await outcome(record(prison, personId, say('RELEASE'))),
  )

  expect(codes).toEqual(Array(8).fill('recorded'))
  const [cases] = await world.inspect(
    'select count(*)::int as count, count(ended_on)::int as ended from case_file where person_id = $1',
    [personId],
  )
  expect(cases).toEqual({ count: 1, ended: 0 })
  const kinds = (await world.database.read(area, (reading) => listMovements(reading, personId))).map(({ kind }) => kind)
  expect(kinds.slice(0, 3)).toEqual(['RE_RELEASE', 'RECEPTION', 'RECALL'])
  expect(await lineOf(id)).toMatchObject({ custody_state: 'RELEASED', agency_id: null })
})

test('a transfer takes the old prison out and lets the new one in, and its key worker reads who left', async () => {
  const { prison, next, id, personId } = await aPersonInside()

  await record(prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))

  expect(await partiesOf(id)).toEqual([
    { name: 'Long Marsh', relationship: 'CUSTODY' },
    { name: 'Merrow Probation', relationship: 'SUPERVISION' },
  ])
  expect(await world.database.read(prison, (reading) => listLeft(reading, new Date(0)))).toEqual([
    { personName: 'Sam Rivers', kind: 'TRANSFER', toName: 'Long Marsh', happenedOn: monday },
  ])
  expect(await lineOf(id)).toMatchObject({ custody_state: 'EXPECTED', agency_id: next.agencyId, wing: '' })
})

test('unfinished work follows the person: the new prison reads what came with them and has the open steps', async () => {
  const { prison, next, id, personId } = await aPersonInside()
  const step = await world.insert<{ id: string }>(
    `insert into step (case_id, person_id, title, due_on, responsible_agency_id, made_by, made_at, owner_agency_id)
     values ($1, $2, 'Open a bank account', '2026-04-01', $3, $4, '2026-03-01', $3) returning id`,
    [id, personId, prison.agencyId, prison.userId],
  )

  await record(prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))

  const [moved] = await world.database.read(next, (reading) => listMovements(reading, personId))
  expect(moved!.cameWith).toEqual([
    { kind: 'KEY_WORKER', id: prison.userId, pathway: null, dueOn: null },
    { kind: 'STEP', id: step.id, pathway: null, dueOn: '2026-04-01' },
  ])
  const [owned] = await world.inspect('select responsible_agency_id as agency from step where id = $1', [step.id])
  expect(owned).toEqual({ agency: next.agencyId })
})

test('on release the prison is past and supervision stays; without supervision nobody goes out into nobody’s hands', async () => {
  const { prison, id, personId } = await aPersonInside()
  const alone = await aCase(world, prison, { givenName: 'Kai' })
  await record(prison, alone.personId, say('RECEPTION'))

  await record(prison, personId, say('RELEASE'))
  await record(prison, alone.personId, say('RELEASE'))

  expect(await partiesOf(id)).toEqual([{ name: 'Merrow Probation', relationship: 'SUPERVISION' }])
  expect(await partiesOf(alone.id)).toContainEqual({ name: 'Fernhall', relationship: 'CUSTODY' })
})

test('what contradicts the record is refused in so many words, and nothing is written', async () => {
  const { prison, next, personId } = await aPersonInside()
  const fresh = await aCase(world, prison, { givenName: 'Lee' })
  const wrong = (id: string, said: SaidMovement) => outcome(record(prison, id, said))

  expect(await wrong(fresh.personId, say('RELEASE'))).toBe('movement.never-received')
  expect(await wrong(fresh.personId, say('RECALL', { toAgencyId: prison.agencyId }))).toBe('movement.never-released')
  expect(await wrong(personId, say('RECALL', { toAgencyId: prison.agencyId }))).toBe('movement.never-released')
  expect(await wrong(personId, say('RECEPTION'))).toBe('movement.already-here')
  expect(await wrong(personId, say('MOVE', { happenedOn: addDays(monday, 1) }))).toBe('movement.in-the-future')
  expect(await wrong(personId, say('MOVE', { happenedOn: addDays(monday, -1) }))).toBe('movement.before-the-last')
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: personId }))).toBe('movement.no-prison')
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: prison.agencyId }))).toBe('movement.same-prison')
  expect(await wrong(personId, say('TEMPORARY_RELEASE'))).toBe('movement.no-return')
  await record(prison, personId, say('COURT_OUT'))
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: next.agencyId }))).toBe('movement.at-court')
  const movements = await world.database.read(prison, (reading) => listMovements(reading, personId))
  expect(movements.map(({ kind }) => kind)).toEqual(['COURT_OUT', 'RECEPTION'])
})

test('a release long before its date has to be said twice', async () => {
  const { prison, personId } = await aPersonInside()
  await world.insert(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-11-27', 'CSV', '2026-01-01', $2)`,
    [personId, prison.agencyId],
  )
  await record(prison, personId, say('MOVE', { wing: 'B' }))

  expect(await outcome(record(prison, personId, say('RELEASE')))).toBe('movement.before-release-date')
  expect(await outcome(record(prison, personId, say('RELEASE', { isEarly: true })))).toBe('recorded')
})

test('a movement told twice under the same number of another system is kept once', async () => {
  const { prison, personId } = await aPersonInside()

  const first = await record(prison, personId, say('MOVE', { wing: 'D' }), 'NOMIS-771')
  const second = record(prison, personId, say('MOVE', { wing: 'D' }), 'NOMIS-771')

  await expect(second).rejects.toMatchObject({ code: 'movement.told', details: { movementId: first } })
})

test('a mistaken transfer is taken back within a day by whoever entered it: all is as it was, and the history keeps it', async () => {
  const { prison, next, id, personId } = await aPersonInside()
  const before = await partiesOf(id)
  await record(prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))
  const [mistake] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))

  await world.database.change(prison, (change) => undoMovement(change, mistake!.id))

  expect(await partiesOf(id)).toEqual(before)
  expect(await lineOf(id)).toMatchObject({ custody_state: 'HELD', agency_id: prison.agencyId, wing: 'A', cell: '1-04' })
  const kept = await world.database.read(prison, (reading) => listMovements(reading, personId))
  expect(kept.map(({ kind, undoneAt }) => [kind, undoneAt !== null])).toEqual([
    ['TRANSFER', true],
    ['RECEPTION', false],
  ])
})

test('nobody else takes it back, and nobody a day later or after the next movement, also in the night when clocks change', async () => {
  const { prison, personId } = await aPersonInside()
  const colleague = await world.aColleagueOf(prison)
  const entered = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  const undo = (actor: Actor) => world.database.change(actor, (change) => undoMovement(change, entered[0]!.id))

  await expect(undo(colleague)).rejects.toMatchObject({ code: 'movement.not-found' })
  await record(prison, personId, say('MOVE', { wing: 'E' }))
  await expect(undo(prison)).rejects.toMatchObject({ code: 'movement.too-late' })

  world.time.now = new Date('2026-03-28T23:30:00Z') // the clocks go forward at 01:00
  await record(prison, personId, say('COURT_OUT', { happenedOn: '2026-03-28' }))
  const [court] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  world.time.now = new Date('2026-03-29T23:31:00Z')
  await expect(world.database.change(prison, (change) => undoMovement(change, court!.id))).rejects.toMatchObject({
    code: 'movement.too-late',
  })
  world.time.now = new Date('2026-03-02T09:30:00Z')
})

test('another prison and a service do not say what happens here', async () => {
  const { area, next, personId } = await aPersonInside()

  await expect(record(next, personId, say('MOVE'))).rejects.toMatchObject({ code: 'person.not-found' })
  await expect(record(area, personId, say('RELEASE'))).rejects.toMatchObject({ code: 'custody.may-not-change' })
})

test('a death is on every page of the case, and it too can be taken back', async () => {
  const { prison, id, personId } = await aPersonInside()

  await record(prison, personId, say('DEATH'))
  expect(await lineOf(id)).toMatchObject({ custody_state: 'DEAD', died_on: monday, agency_id: null })
  expect(await outcome(record(prison, personId, say('RECEPTION')))).toBe('movement.died')

  const [entry] = await world.database.read(prison, (reading) => listEntered(reading, new Date(0)))
  await world.database.change(prison, (change) => undoMovement(change, entry!.id))
  expect(await lineOf(id)).toMatchObject({ custody_state: 'HELD', died_on: null, agency_id: prison.agencyId })
})
