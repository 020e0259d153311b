import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor, Change } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAppointment } from './builders.ts'
import {
  cancelAppointment,
  changeAppointment,
  getAppointment,
  listComing,
  listPast,
  recordAttendance,
} from './index.ts'
import { readClashes } from './read-clashes.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (refusal) => refusal.code,
  )
const as = (actor: Actor, work: (change: Change) => Promise<unknown>) => world.database.change(actor, work)
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)

test('what is to come is listed soonest first, what was is listed latest first, page by page', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  for (const time of ['08:00', '07:00', '06:00', '12:00', '10:00']) {
    await anAppointment(world, prison, caseId, { title: time, startsAt: at(time) })
  }

  const [coming, past] = await world.database.read(prison, async (reading) => {
    const first = await listPast(reading, caseId, { limit: 2 })
    const rest = await listPast(reading, caseId, { before: first.at(-1)!.id, limit: 2 })
    return [await listComing(reading, caseId), [...first, ...rest]]
  })

  expect(coming.map(({ title }) => title)).toEqual(['10:00', '12:00'])
  expect(past.map(({ title }) => title)).toEqual(['08:00', '07:00', '06:00'])
})

test('two appointments of one person at the same time are noticed; one that begins as the other ends is not', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  await anAppointment(world, prison, caseId, { title: 'Bank', startsAt: at('11:00'), lengthInMinutes: 30 })
  const clashAt = (time: string) =>
    world.database.read(prison, (reading) => readClashes(reading, { caseId, startsAt: at(time), lengthInMinutes: 20 }))

  const clashes = [await clashAt('10:50'), await clashAt('11:29'), await clashAt('11:30'), await clashAt('10:40')]

  expect(clashes.map(([clash]) => clash?.kind === 'PERSON' && clash.title)).toEqual(['Bank', 'Bank', false, false])
})

test('how it went is recorded once it has begun, with a reason for an absence', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const coming = await anAppointment(world, prison, caseId)
  const past = await anAppointment(world, prison, caseId, { startsAt: at('08:00') })
  const record = (id: string, attendance: 'ATTENDED' | 'ABSENT_ACCEPTABLE', reason = '') =>
    codeOf(as(prison, (change) => recordAttendance(change, id, 1, { attendance, reason })))

  const answers = [
    await record(coming, 'ATTENDED'),
    await record(past, 'ABSENT_ACCEPTABLE'),
    await record(past, 'ABSENT_ACCEPTABLE', 'In hospital'),
  ]

  expect(answers).toEqual(['appointment.not-begun', 'appointment.reason-missing', 'done'])
  const kept = await world.database.read(prison, (reading) => getAppointment(reading, past))
  expect(kept).toMatchObject({ attendance: 'ABSENT_ACCEPTABLE', attendanceReason: 'In hospital' })
})

test('one that was called off stays listed, is in nobody’s way and cannot be changed', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await anAppointment(world, prison, caseId, { startsAt: at('11:00') })

  await as(prison, (change) => cancelAppointment(change, id, 1, { reason: 'Room flooded' }))
  const again = await codeOf(as(prison, (change) => cancelAppointment(change, id, 2, { reason: 'Again' })))

  expect(again).toBe('appointment.cancelled')
  const clash = await world.database.read(prison, (reading) =>
    readClashes(reading, { caseId, startsAt: at('11:00'), lengthInMinutes: null }),
  )
  expect(clash).toEqual([])
})

test('of two workers who change one appointment the second is told', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const id = await anAppointment(world, prison, caseId)
  const { withAgencyId, withAccountId, ...kept } = await world.database.read(prison, (r) => getAppointment(r, id))
  const move = (time: string) =>
    codeOf(as(prison, (c) => changeAppointment(c, id, 1, { ...kept, withAgencyId, withAccountId, startsAt: at(time) })))

  expect([await move('15:00'), await move('16:00')]).toEqual(['done', 'appointment.changed-meanwhile'])
})
