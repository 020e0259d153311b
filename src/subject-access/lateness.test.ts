import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemFor } from '../platform/jobs.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aRequest, aSharedRecord, itemsOf } from './builders.ts'
import { askBack, extendTime, noteAnswer, proveIdentity, withdrawRequest } from './keep-clock.ts'
import { getRequest } from './queries/requests.ts'
import { lastDayOf, stateOf } from './subject-request.ts'
import { tendRequests } from './tend-requests.ts'

let world: World
const monday = new Date('2026-03-02T09:00:00Z')
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

test('nothing is gathered before it is known who asks; the clock begins then, stands still, and is made longer with a reason', async () => {
  world.time.now = monday
  const { record, prison } = await aSharedRecord(world)
  const { first } = prison
  const requestId = await aRequest(world, first, record, { proof: '', provedOn: null })
  const read = () => world.database.read(first, (reading) => getRequest(reading, requestId))
  const states = [stateOf(await read())]
  expect(await itemsOf(world, first, requestId)).toEqual([])

  await world.database.change(first, (change) =>
    proveIdentity(change, requestId, { proof: 'DOCUMENT', provedOn: '2026-03-02' }),
  )
  states.push(stateOf(await read()))
  await world.database.change(first, (change) => askBack(change, requestId, 'Do you mean the years before 2020 too?'))
  states.push(stateOf(await read()))
  world.time.now = new Date('2026-03-09T09:00:00Z')
  await world.database.change(first, (change) => noteAnswer(change, requestId))
  const paused = lastDayOf(await read())
  await world.database.change(first, (change) => extendTime(change, requestId, 'Twelve years of records.'))
  const extended = lastDayOf(await read())
  await world.database.change(first, (change) => withdrawRequest(change, requestId, 'He wrote that he has it.'))
  states.push(stateOf(await read()))

  expect((await itemsOf(world, first, requestId)).every(({ fields }) => fields === null)).toBe(true) // taken back: gone
  expect(states).toEqual(['NOT_PROVED', 'DECIDING', 'ASKED_BACK', 'WITHDRAWN'])
  expect([paused, extended]).toEqual(['2026-04-09', '2026-06-09'])
  await expect(
    world.database.change(first, (change) => extendTime(change, requestId, 'Once more, for it is long.')),
  ).rejects.toThrow('subject-access.moved-on')
})

test('after the first month nobody takes two more', async () => {
  world.time.now = monday
  const { record, prison } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  world.time.now = new Date('2026-04-03T09:00:00Z')

  const late = world.database.change(prison.first, (change) => extendTime(change, requestId, 'We forgot about it.'))

  await expect(late).rejects.toThrow('subject-access.too-late-to-extend')
})

test('managers are told once that something waits, and of what is late with the coordinators; no mail says of whom', async () => {
  world.time.now = monday
  await world.inspect('update subject_access_part set told_late_at = now()') // of the tests before
  const { record, prison, charity } = await aSharedRecord(world)
  const coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
  await aRequest(world, prison.first, record)
  const tend = () => world.database.change(systemFor(prison.first.agencyId), tendRequests)
  const mailTo = (userId: string) =>
    world.inspect<{ subject: string; body: string }>(
      'select subject, body from mail where to_account_id = $1 order by made_at',
      [userId],
    )

  await tend()
  await tend()
  const waiting = await mailTo(charity.second.userId)
  world.time.now = new Date('2026-04-03T09:00:00Z')
  await tend()
  await tend()
  const late = [...(await mailTo(prison.first.userId)), ...(await mailTo(coordinator.userId))]
  const lateApart = (await mailTo(charity.first.userId)).slice(1)

  expect(waiting.map(({ subject }) => subject)).toEqual(['Something waits for your decision'])
  expect(late.map(({ subject }) => subject)).toEqual([
    'Something waits for your decision',
    'A copy of a record is late',
    'A copy of a record is late',
  ])
  expect(lateApart.map(({ subject }) => subject)).toEqual(['A copy of a record is late'])
  for (const { body } of [...waiting, ...late]) expect(body).not.toMatch(/Danny|Okafor/)
  world.time.now = monday
})
