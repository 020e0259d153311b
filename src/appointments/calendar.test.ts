import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import { addConditions } from '../licences/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAppointment } from './builders.ts'
import { listComing } from './index.ts'
import type { Tried } from './queries/clashes.ts'
import { readClashes } from './read-clashes.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 120_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const at = (time: string) => new Date(`2026-03-03T${time}:00Z`)
const kindsFor = async (actor: Actor, tried: Partial<Tried> & { caseId: string; startsAt: Date }) => {
  const clashes = await world.database.read(actor, (reading) => readClashes(reading, { lengthInMinutes: 30, ...tried }))
  return clashes.map(({ kind }) => kind)
}
async function aPrisonWithCase() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  return { prison, caseId, personId }
}
const typed = {
  title: 'Bank',
  'day-day': '10',
  'day-month': '3',
  'day-year': '2026',
  time: '14:30',
  place: 'Market Square',
}

test('booking warns of the person, the worker, the way there and a curfew; each alone, and none where there is room', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const { id: otherCase } = await aCase(world, prison, { givenName: 'Sam' })
  await anAppointment(world, prison, caseId, { startsAt: at('10:00'), place: 'Probation', withAccountId: null })
  await anAppointment(world, prison, otherCase, { startsAt: at('12:00') })
  await world.insert(
    `insert into travel_leg (from_place, to_place, mode, minutes, changed_by, changed_at) values ('Probation', 'Jobcentre', 'BUS', 40, $1, now())`,
    [prison.userId],
  )
  const curfew = {
    code: 'CURFEW',
    words: '',
    fromOn: '2026-03-01',
    untilOn: null,
    curfewFrom: 19 * 60,
    curfewUntil: 420,
  }
  await world.database.change(prison, (change) => addConditions(change, caseId, [curfew as never]))

  expect(await kindsFor(prison, { caseId, startsAt: at('10:10') })).toEqual(['PERSON'])
  expect(await kindsFor(prison, { caseId, startsAt: at('12:10'), withAccountId: prison.userId })).toEqual(['WORKER'])
  expect(await kindsFor(prison, { caseId, startsAt: at('10:45'), place: 'jobcentre' })).toEqual(['TRAVEL_FROM'])
  expect(await kindsFor(prison, { caseId, startsAt: at('09:15'), place: 'Jobcentre' })).toEqual(['TRAVEL_TO'])
  expect(await kindsFor(prison, { caseId, startsAt: at('18:45') })).toEqual(['CURFEW'])
  expect(await kindsFor(prison, { caseId, startsAt: at('11:10'), place: 'Jobcentre' })).toEqual([])
})

test('what an agency may not see of a case that it knows is taken: its time, and no word of it', async () => {
  const { prison, caseId, personId } = await aPrisonWithCase()
  const area = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  const party = { caseId, personId, agencyId: area.agencyId, relationship: 'SUPERVISION' as const, causeId: null }
  await world.database.change(prison, async (change) => {
    await letIn(change, party as never)
    change.record({ name: 'test.done', subjectId: caseId, caseId, personId, fieldGroup: 'identity' })
  })
  await world.inspect(`select recompute_sight(array[$1::uuid])`, [caseId])
  const secret = {
    title: 'Clinic for addiction',
    place: '9 Hidden Lane',
    startsAt: at('10:00'),
    bring: 'Methadone card',
  }
  await anAppointment(world, prison, caseId, secret)

  const own = await site.get(area, `/cases/${caseId}/calendar?day=2026-03-03`)
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const unknown = await site.get(police, `/cases/${caseId}/calendar?day=2026-03-03`)

  expect(own.body).toContain('10:00–10:30')
  expect(own.body).toContain('It is not shared with you')
  for (const fact of ['Clinic', 'Hidden Lane', 'Methadone']) expect(own.body).not.toContain(fact)
  expect(unknown.statusCode).toBe(404)
  expect(await kindsFor(area, { caseId, startsAt: at('10:10') })).toEqual(['PERSON_BUSY'])
  expect(await kindsFor(police, { caseId, startsAt: at('10:10') })).toEqual([])
})

test('a calendar is the worker’s own, their agency’s, or of one person, as its address says; called off ones on asking', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const colleague = await world.aColleagueOf(prison, { name: 'Helen Ward' })
  const theirs = { withAccountId: colleague.userId, withAgencyId: prison.agencyId }
  await anAppointment(world, prison, caseId, { title: 'Of Amira', startsAt: at('09:00') })
  await anAppointment(world, prison, caseId, { title: 'Of Helen', startsAt: at('11:00'), ...theirs })
  const off = await anAppointment(world, prison, caseId, { title: 'Not any more', startsAt: at('13:00') })
  await site.post(prison, `/appointments/${off}/cancellation`, { version: '1', offReason: 'The room is flooded' })

  const pages = ['', '&whose=agency', '&view=day&off=yes', '&view=list'].map((rest) =>
    site.get(prison, `/calendar?day=2026-03-03${rest}`),
  )
  const shown = (await Promise.all(pages)).map(({ body }) =>
    ['Of Amira', 'Of Helen', 'Not any more'].filter((title) => body.includes(title)),
  )

  expect(shown).toEqual([['Of Amira'], ['Of Amira', 'Of Helen'], ['Of Amira', 'Not any more'], ['Of Amira']])
  expect((await site.get(prison, `/appointments/${off}`)).body).toContain('The room is flooded')
})

test('a series is at the same time on the wall when the clocks change, and the rest of it is called off together', async () => {
  const { prison, caseId } = await aPrisonWithCase()

  const day = { 'day-day': '23', 'day-month': '3' }
  await site.post(prison, `/cases/${caseId}/appointments`, { ...typed, ...day, repeat: '7', times: '4' })
  const booked = await world.database.read(prison, (reading) => listComing(reading, caseId))
  const second = booked[1]!
  await site.post(prison, `/appointments/${second.id}/cancellation`, {
    version: '1',
    offReason: 'Away',
    withRest: 'yes',
  })
  const left = await world.database.read(prison, (reading) => listComing(reading, caseId))

  expect(booked.map(({ startsAt }) => startsAt.toISOString().slice(5, 16))).toEqual([
    '03-23T14:30',
    '03-30T13:30',
    '04-06T13:30',
    '04-13T13:30',
  ])
  expect(left.map(({ cancelledAt }) => cancelledAt !== null)).toEqual([false, true, true, true])
})

test('a time that does not exist is refused with words; one that comes twice is asked about, and both can be meant', async () => {
  const { prison, caseId } = await aPrisonWithCase()
  const book = (fields: Record<string, string>) =>
    site.post(prison, `/cases/${caseId}/appointments`, { ...typed, ...fields })
  const october = { 'day-day': '25', 'day-month': '10', time: '01:30' }

  const skipped = await book({ 'day-day': '29', time: '01:30' })
  const twice = await book(october)
  await book({ ...october, whichTime: 'first' })
  await book({ ...october, whichTime: 'second', isSure: 'yes' })
  const booked = await world.database.read(prison, (reading) => listComing(reading, caseId))

  expect([skipped.statusCode, twice.statusCode]).toEqual([422, 422])
  expect(skipped.body).toContain('That time does not exist')
  expect(twice.body).toContain('The first (still summer time)')
  expect(booked.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual(['00:30', '01:30'])
})

test('after a death nothing new is booked, by form or by SQL, and what was typed still stands', async () => {
  const { prison, caseId, personId } = await aPrisonWithCase()
  await world.inspect(
    `insert into movement (case_id, person_id, kind, happened_on, source, entered_by, entered_at, owner_agency_id)
     values ($1, $2, 'DEATH', '2026-03-01', 'SCREEN', $3, now(), $4)`,
    [caseId, personId, prison.userId, prison.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], '{custody}')`, [caseId])

  const sent = await site.post(prison, `/cases/${caseId}/appointments`, typed)
  const form = await site.get(prison, `/cases/${caseId}/appointments/new`)

  expect(sent.statusCode).toBe(409)
  expect(sent.body).toContain('The person has died, so nothing new can be booked')
  expect(sent.body).toContain('Market Square')
  expect(form.body).toContain('Danny has died')
  const smuggled = world.inspect(
    `insert into appointment (case_id, person_id, title, starts_at, made_by, made_at, owner_agency_id) values ($1, $2, 'x', now(), $3, now(), $4)`,
    [caseId, personId, prison.userId, prison.agencyId],
  )
  await expect(smuggled).rejects.toThrow(/has died/)
})
