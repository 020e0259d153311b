import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAppointment } from './builders.ts'
import { getAppointment, listComing } from './index.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId }
}
const typed = {
  title: 'Sign up with the doctor',
  'day-day': '6',
  'day-month': '4',
  'day-year': '2026',
  time: '14:30',
  place: 'Mill Lane surgery',
  bring: 'Passport',
  withName: 'Dr Patel',
}

test('an appointment stands on the list with its time on the wall, place, whom it is with and what to bring', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const sent = await site.post(prison, `/cases/${caseId}/appointments`, typed)
  const list = await site.get(prison, `/cases/${caseId}/appointments`)

  expect(sent.statusCode).toBe(303)
  for (const part of ['Mon 6 Apr', '14:30', 'With Dr Patel', 'Mill Lane surgery', 'Bring: Passport'])
    expect(list.body).toContain(part)
})

test('31 February and 25 o’clock are told so, and what was typed is kept', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const wrong = { ...typed, 'day-day': '31', 'day-month': '2', time: '25:00', title: '' }
  const sent = await site.post(prison, `/cases/${caseId}/appointments`, wrong)

  expect(sent.statusCode).toBe(422)
  for (const part of ['Enter a day that exists', 'Enter a time', 'Write what it is for', 'value="25:00"', 'Dr Patel'])
    expect(sent.body).toContain(part)
})

test('a second appointment at the same time is warned of, and saved when the worker is sure', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  await site.post(prison, `/cases/${caseId}/appointments`, typed)

  const again = { ...typed, title: 'Bank', time: '14:45' }
  const warned = await site.post(prison, `/cases/${caseId}/appointments`, again)
  const sure = await site.post(prison, `/cases/${caseId}/appointments`, { ...again, isSure: 'yes' })

  expect([warned.statusCode, sure.statusCode]).toEqual([422, 303])
  expect(warned.body).toContain('“Sign up with the doctor” is at 14:30')
  const coming = await world.database.read(prison, (reading) => listComing(reading, caseId))
  expect(coming.map(({ isAtSameTime }) => isAtSameTime)).toEqual([true, true])
})

test('how it went is said afterwards, an absence with its reason', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const startsAt = new Date(world.time.now.getTime() - 3_600_000)
  const id = await anAppointment(world, prison, caseId, { startsAt })
  const say = (attendance: string, reason: string) =>
    site.post(prison, `/appointments/${id}/attendance`, { attendance, reason, version: '1' })

  const nothing = await say('', '')
  const noReason = await say('ABSENT_UNACCEPTABLE', '')
  const said = await say('ABSENT_UNACCEPTABLE', 'Slept in')
  const list = await site.get(prison, `/cases/${caseId}/appointments`)

  expect([nothing.statusCode, noReason.statusCode, said.statusCode]).toEqual([422, 422, 303])
  expect(list.body).toContain('Did not come, without a good reason. Slept in')
})

test('of two writers the second sees both versions; calling off keeps it in the list', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  await site.post(prison, `/cases/${caseId}/appointments`, typed)
  const [booked] = await world.database.read(prison, (reading) => listComing(reading, caseId))
  const id = booked!.id

  const first = await site.post(prison, `/appointments/${id}`, { ...typed, time: '15:00', version: '1' })
  const second = await site.post(prison, `/appointments/${id}`, { ...typed, time: '16:00', version: '1' })
  const off = await site.post(prison, `/appointments/${id}/cancellation`, {
    version: '2',
    offReason: 'The room is flooded',
  })
  const list = await site.get(prison, `/cases/${caseId}/appointments`)

  expect([first.statusCode, second.statusCode, off.statusCode]).toEqual([303, 409, 303])
  for (const part of ['15:00', '16:00', 'You changed this in another window']) expect(second.body).toContain(part)
  expect(list.body).toContain('Called off')
})

test('an agency that is not on the case finds no appointment of it', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const id = await anAppointment(world, prison, caseId)

  const answers = [
    await site.get(police, `/appointments/${id}`),
    await site.post(police, `/appointments/${id}/cancellation`, { version: '1', offReason: 'x' }),
    await site.get(police, `/cases/${caseId}/appointments`),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  const kept = await world.database.read(prison, (reading) => getAppointment(reading, id))
  expect(kept.cancelledAt).toBeNull()
})
