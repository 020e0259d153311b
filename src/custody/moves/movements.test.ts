import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../cases/builders.ts'
import { addDays } from '../../platform/calendar-day.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { upsertStays } from '../queries/incoming.ts'
import { listLeft, listMovements } from '../queries/movements.ts'
import { aPersonInside, lineOf, monday, outcome, partiesOf, record, say } from './builders.ts'
import type { SaidMovement } from './contradiction.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a case stays one case through reception, transfer, court, release, recall and re-release', async () => {
  const { prison, area, next, id, personId } = await aPersonInside(world)

  const codes = [
    await outcome(record(world, prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))),
    await outcome(record(world, next, personId, say('RECEPTION', { wing: 'C', cell: '2-11' }))),
    await outcome(record(world, next, personId, say('COURT_OUT'))),
    await outcome(record(world, next, personId, say('COURT_BACK'))),
    await outcome(record(world, next, personId, say('RELEASE'))),
  ]
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-03-02', $2)`,
    [id, area.agencyId, area.userId],
  )
  codes.push(
    await outcome(record(world, area, personId, say('RECALL', { toAgencyId: prison.agencyId }))),
    await outcome(record(world, prison, personId, say('RECEPTION', { wing: 'B' }))),
    await outcome(record(world, prison, personId, say('RELEASE'))),
  )

  expect(codes).toEqual(Array(8).fill('recorded'))
  const [cases] = await world.inspect(
    'select count(*)::int as count, count(ended_on)::int as ended from case_file where person_id = $1',
    [personId],
  )
  expect(cases).toEqual({ count: 1, ended: 0 })
  const kinds = (await world.database.read(area, (reading) => listMovements(reading, personId))).map(({ kind }) => kind)
  expect(kinds.slice(0, 3)).toEqual(['RE_RELEASE', 'RECEPTION', 'RECALL'])
  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'RELEASED', agency_id: null })
})

test('a transfer takes the old prison out and lets the new one in, and its key worker reads who left', async () => {
  const { prison, next, id, personId } = await aPersonInside(world)

  await record(world, prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))

  expect(await partiesOf(world, id)).toEqual([
    { name: 'Long Marsh', relationship: 'CUSTODY' },
    { name: 'Merrow Probation', relationship: 'SUPERVISION' },
  ])
  expect(await world.database.read(prison, (reading) => listLeft(reading, new Date(0)))).toEqual([
    { personName: 'Sam Rivers', kind: 'TRANSFER', toName: 'Long Marsh', happenedOn: monday },
  ])
  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'EXPECTED', agency_id: next.agencyId, wing: '' })
})

test('unfinished work follows the person: the new prison reads what came with them and has the open steps', async () => {
  const { prison, next, id, personId } = await aPersonInside(world)
  const step = await world.insert<{ id: string }>(
    `insert into step (case_id, person_id, title, due_on, responsible_agency_id, made_by, made_at, owner_agency_id)
     values ($1, $2, 'Open a bank account', '2026-04-01', $3, $4, '2026-03-01', $3) returning id`,
    [id, personId, prison.agencyId, prison.userId],
  )

  await record(world, prison, personId, say('TRANSFER', { toAgencyId: next.agencyId }))

  const [moved] = await world.database.read(next, (reading) => listMovements(reading, personId))
  expect(moved!.cameWith).toEqual([
    { kind: 'KEY_WORKER', id: prison.userId, pathway: null, dueOn: null },
    { kind: 'STEP', id: step.id, pathway: null, dueOn: '2026-04-01' },
  ])
  const [owned] = await world.inspect('select responsible_agency_id as agency from step where id = $1', [step.id])
  expect(owned).toEqual({ agency: next.agencyId })
})

test('on release the prison is past and supervision stays; without supervision nobody goes out into nobody’s hands', async () => {
  const { prison, area, id, personId } = await aPersonInside(world)
  const alone = await aCase(world, prison, { givenName: 'Kai' })
  await record(world, prison, alone.personId, say('RECEPTION'))

  const step = await world.insert<{ id: string }>(
    `insert into step (case_id, person_id, title, responsible_agency_id, made_by, made_at, owner_agency_id)
     values ($1, $2, 'Register with a doctor', $3, $4, '2026-03-01', $3) returning id`,
    [id, personId, prison.agencyId, prison.userId],
  )

  await record(world, prison, personId, say('RELEASE'))
  await record(world, prison, alone.personId, say('RELEASE'))

  expect(await partiesOf(world, id)).toEqual([{ name: 'Merrow Probation', relationship: 'SUPERVISION' }])
  const [handed] = await world.inspect('select responsible_agency_id as agency from step where id = $1', [step.id])
  expect(handed).toEqual({ agency: area.agencyId })
  expect(await partiesOf(world, alone.id)).toContainEqual({ name: 'Fernhall', relationship: 'CUSTODY' })
})

test('what contradicts the record is refused in so many words, and nothing is written', async () => {
  const { prison, next, personId } = await aPersonInside(world)
  const fresh = await aCase(world, prison, { givenName: 'Lee' })
  const wrong = (id: string, said: SaidMovement) => outcome(record(world, prison, id, said))

  expect(await wrong(fresh.personId, say('RELEASE'))).toBe('movement.never-received')
  expect(await wrong(fresh.personId, say('RECALL', { toAgencyId: prison.agencyId }))).toBe('movement.never-released')
  expect(await wrong(personId, say('RECALL', { toAgencyId: prison.agencyId }))).toBe('movement.never-released')
  expect(await wrong(personId, say('RECEPTION'))).toBe('movement.already-here')
  expect(await wrong(personId, say('MOVE', { happenedOn: addDays(monday, 1) }))).toBe('movement.in-the-future')
  expect(await wrong(personId, say('MOVE', { happenedOn: addDays(monday, -1) }))).toBe('movement.before-the-last')
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: personId }))).toBe('movement.no-prison')
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: prison.agencyId }))).toBe('movement.same-prison')
  expect(await wrong(personId, say('TEMPORARY_RELEASE'))).toBe('movement.no-return')
  await record(world, prison, personId, say('COURT_OUT'))
  expect(await wrong(personId, say('TRANSFER', { toAgencyId: next.agencyId }))).toBe('movement.at-court')
  const movements = await world.database.read(prison, (reading) => listMovements(reading, personId))
  expect(movements.map(({ kind }) => kind)).toEqual(['COURT_OUT', 'RECEPTION'])
})

test('a release long before its date has to be said twice', async () => {
  const { prison, personId } = await aPersonInside(world)
  await world.insert(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-11-27', 'CSV', '2026-01-01', $2)`,
    [personId, prison.agencyId],
  )
  await record(world, prison, personId, say('MOVE', { wing: 'B' }))

  expect(await outcome(record(world, prison, personId, say('RELEASE')))).toBe('movement.before-release-date')
  expect(await outcome(record(world, prison, personId, say('RELEASE', { isEarly: true })))).toBe('recorded')
})

test('a movement told twice under the same number of another system is kept once', async () => {
  const { prison, personId } = await aPersonInside(world)

  const first = await record(world, prison, personId, say('MOVE', { wing: 'D' }), 'NOMIS-771')
  const second = record(world, prison, personId, say('MOVE', { wing: 'D' }), 'NOMIS-771')

  await expect(second).rejects.toMatchObject({ code: 'movement.told', details: { movementId: first } })
})

test('another prison and a service do not say what happens here', async () => {
  const { area, next, personId } = await aPersonInside(world)

  await expect(record(world, next, personId, say('MOVE'))).rejects.toMatchObject({ code: 'person.not-found' })
  await expect(record(world, area, personId, say('RELEASE'))).rejects.toMatchObject({ code: 'custody.may-not-change' })
})

test('a prison that works on the case but does not hold the person says nothing of where they are, by smuggled SQL either', async () => {
  const { next, id, personId } = await aPersonInside(world)
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'PRISON_OFFENDER_MANAGER', current_date, $2)`,
    [id, next.agencyId, next.userId],
  )

  const said = await outcome(record(world, next, personId, say('MOVE', { wing: 'B', cell: '2-02' })))
  const smuggled = await world.database
    .change(next, async (change) => {
      change.record({ name: 'smuggled', subjectId: personId, caseId: id, fieldGroup: 'custody' })
      await sql`insert into movement (case_id, person_id, kind, happened_on, number, state_before, state_after, wing, source, entered_by, entered_at, owner_agency_id)
        values (${id}, ${personId}, 'MOVE', ${monday}, 1, 'HELD', 'HELD', 'B', 'BY_HAND', ${next.userId}, now(), ${next.agencyId})`.execute(
        change.db,
      )
    })
    .catch(({ message }) => message)

  expect([said, smuggled]).toEqual(['movement.other-prison', 'movement: another prison says this'])
})

test('two who send somebody on at the same moment: one does, the other is told how it stands', async () => {
  const { prison, next, personId } = await aPersonInside(world)
  const third = await world.aWorkerAt('Otter Hill')
  const send = (toAgencyId: string) => outcome(record(world, prison, personId, say('TRANSFER', { toAgencyId })))

  const outcomes = await Promise.all([send(next.agencyId), send(third.agencyId)])

  expect(outcomes.filter((each) => each === 'recorded')).toHaveLength(1)
  const [stays] = await world.inspect(
    'select count(*)::int as open from custody where person_id = $1 and left_on is null',
    [personId],
  )
  expect(stays).toEqual({ open: 1 })
})

test('a prison’s list that places somebody who is expected has received them', async () => {
  const { prison, next, id, personId } = await aPersonInside(world)
  await record(world, prison, personId, say('TRANSFER', { toAgencyId: next.agencyId, wing: 'Z' }))
  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'EXPECTED', wing: '' })

  await world.database.change(next, async (change) => {
    await upsertStays(change, 'CSV', [{ personId, wing: 'C', cell: '1', receivedOn: monday }])
    change.record({ name: 'person.arrived', subjectId: personId, caseId: id, personId, fieldGroup: 'custody' })
  })

  expect(await lineOf(world, id)).toMatchObject({ custody_state: 'HELD', wing: 'C' })
})
