import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { getAppointment } from '../appointments/index.ts'
import { aCase } from '../cases/builders.ts'
import { enterReleaseDate } from '../custody/index.ts'
import { addConditions } from '../licences/index.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { timeAt } from '../platform/wall-clock.ts'

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

const day = '2026-04-08' // a Wednesday that no rule moves
const places = ['Probation', 'Jobcentre', 'Bell Street Pharmacy', 'Council', 'Brook Lane surgery', 'Mill Lane']

/** Somebody who leaves that day with 46 pounds, six appointments, no bus, and a car for four of the six. */
async function aRealDay() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, (change) =>
    enterReleaseDate(change, personId, { kind: 'CONFIRMED', day, isRecalled: false }),
  )
  const booked: string[] = []
  for (const [index, place] of places.entries()) {
    const startsAt = new Date(`${day}T${String(8 + index).padStart(2, '0')}:30:00Z`)
    booked.push(await anAppointment(world, prison, caseId, { title: place, place, startsAt }))
  }
  const lines = ['Probation', 'Jobcentre', 'Bell Street Pharmacy', 'Council', 'Sister'].flatMap((to, index, all) =>
    ['Gate', ...all.slice(0, index)].map((from) => `${from},${to},car,25,0,,,,yes`),
  )
  await site.post(coordinator, '/travel-times/file', { lines: ['from,to,mode,minutes,price', ...lines].join('\n') })
  const decided = {
    gatePlace: 'Gate',
    gateAt: '8:45',
    homePlace: 'Sister',
    cashInPence: '46',
    mode: 'BUS',
    meetsName: 'Joe Marsh',
  }
  const sent = await site.post(prison, `/cases/${caseId}/release-day`, decided)
  expect(sent.statusCode).toBe(303)
  return { prison, coordinator, caseId, personId, booked }
}

test('the real plan says before the gate opens that none of it can be done by bus and four of six by car', async () => {
  const { prison, caseId } = await aRealDay()

  const byBus = await site.get(prison, `/cases/${caseId}/release-day`)
  const driven = await site.get(prison, `/cases/${caseId}/release-day?by=CAR`)

  expect(byBus.body).toContain('6 of 6 cannot be done')
  expect(byBus.body).toContain('£46.00 in hand')
  expect(driven.body).toContain('2 of 6 cannot be done')
  expect(driven.body).toContain('There is no way to Brook Lane surgery at that time.')
  expect(driven.body).toContain('by car: 4 of 6')
})

test('what the rehearsal proposes is applied from the page and moves the appointment itself', async () => {
  const { prison, caseId, booked } = await aRealDay()
  await anAppointment(world, prison, caseId, {
    ...{ title: 'Early visit', place: 'Council', startsAt: new Date(`${day}T07:50:00Z`), lengthInMinutes: 20 },
  })
  const page = await site.get(prison, `/cases/${caseId}/release-day?by=CAR`)
  const moves = [...page.body.matchAll(/name="move" value="([^"]+)"/g)].map(([, value]) => value!)

  const sent = await site.post(prison, `/cases/${caseId}/release-day/moves`, { move: moves, on: day, by: 'CAR' })
  const after = await site.get(prison, `/cases/${caseId}/release-day?by=CAR`)

  expect(moves.length).toBeGreaterThan(0)
  expect(sent.statusCode).toBe(303)
  expect(after.body).toContain('2 of 7 cannot be done')
  const moved = await world.database.read(prison, (reading) => getAppointment(reading, moves[0]!.slice(0, 36)))
  expect(timeAt(moved.startsAt)).not.toBe('08:50')
  expect(booked).not.toContain(moved.id)
})

test('the curfew of the licence ends the day, and who does not see custody is told that none is seen', async () => {
  const { prison, caseId } = await aRealDay()
  const curfew = { code: 'CURFEW' as const, words: '', fromOn: day, untilOn: null, curfewFrom: 570, curfewUntil: 420 }
  await world.database.change(prison, (change) => addConditions(change, caseId, [curfew]))

  const page = await site.get(prison, `/cases/${caseId}/release-day?by=CAR`)

  expect(page.body).toContain('Curfew from 09:30.')
  expect(page.body).toContain('It would go on after the curfew begins.')
})

test('a stop for medicine belongs to the health part: who does not see that part neither adds nor sees it', async () => {
  const { prison, caseId, personId } = await aRealDay()
  const stop = {
    title: 'Methadone',
    place: 'Bell Street Pharmacy',
    opensAt: '9:00',
    closesAt: '12:30',
    lengthInMinutes: '10',
  }

  const refused = await site.post(prison, `/cases/${caseId}/release-day/stops`, { ...stop, isMedicine: 'yes' })
  await world.insert(
    `insert into release_stop (case_id, person_id, field_group, title, place, opens_minute, closes_minute, length_in_minutes, made_by,
      made_at, owner_agency_id) values ($1, $2, 'health', 'Methadone', 'Bell Street Pharmacy', 540, 750, 10, $3, now(), $4)`,
    [caseId, personId, prison.userId, prison.agencyId],
  )
  const page = await site.get(prison, `/cases/${caseId}/release-day`)

  expect(refused.statusCode).toBe(403)
  expect(page.body).not.toContain('Methadone')
  expect(page.body).toContain('Stops for medicine are not shown to you.')
})

test('the person’s page is one sheet of A4 in each language', async () => {
  const { prison, caseId } = await aRealDay()
  const stop = {
    title: 'Shop',
    place: 'Bell Street Pharmacy',
    opensAt: '9:00',
    closesAt: '17:30',
    lengthInMinutes: '10',
  }
  const added = await site.post(prison, `/cases/${caseId}/release-day/stops`, stop)

  const papers = await Promise.all(
    ['en', 'it', 'nl'].map((language) =>
      site.get(prison, `/cases/${caseId}/release-day.pdf?by=CAR&language=${language}`),
    ),
  )

  expect(added.statusCode).toBe(303)
  const read = papers.map(({ rawPayload }) => readPdf(rawPayload))
  expect(read.map(({ pages }) => pages)).toEqual(Array.from({ length: 3 }, () => [{ width: 210, height: 297 }]))
  expect(read.map(({ language }) => language)).toEqual(['en-GB', 'it-IT', 'nl-NL'])
})

test('a wrong time or amount is told beside the field and what was typed stays', async () => {
  const { prison, caseId } = await aRealDay()

  const wrong = { gatePlace: 'Gate', gateAt: '25:00', cashInPence: 'lots', mode: 'BUS', meetsName: 'Joe' }
  const sent = await site.post(prison, `/cases/${caseId}/release-day`, wrong)

  expect(sent.statusCode).toBe(422)
  for (const part of ['Write a time such as 9:30', 'Write an amount such as 46', 'value="25:00"', 'value="lots"'])
    expect(sent.body).toContain(part)
})

test('only a coordinator keeps the travel times, and the file that comes out can go in again', async () => {
  const { prison, coordinator } = await aRealDay()
  const csv = (await site.get(prison, '/travel-times.csv')).body

  const bad = await site.post(coordinator, '/travel-times/file', { lines: `${csv}\nGate,,bus,x` })
  const again = await site.post(coordinator, '/travel-times/file', { lines: csv })
  const refused = await site.post(prison, '/travel-times/file', { lines: csv })

  expect(bad.statusCode).toBe(422)
  expect(bad.body).toContain('cannot be read. Nothing was changed.')
  expect([again.statusCode, refused.statusCode]).toEqual([303, 403])
})

test('who sees nothing of the case finds no release day', async () => {
  const { caseId } = await aRealDay()
  const police = await world.aWorkerAt('Police', { kind: 'police' })

  expect((await site.get(police, `/cases/${caseId}/release-day`)).statusCode).toBe(404)
  expect((await site.get(police, `/cases/${caseId}/licence`)).statusCode).toBe(404)
})
