import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { cancelAppointment, changeAppointment, getAppointment } from '../appointments/index.ts'
import { endCase, reopenCase } from '../case-endings/index.ts'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aChoice } from './builders.ts'
import { planReminders } from './plan-reminders.ts'

let world: World
let site: Site
let prison: Actor
let caseId: string
let personId: string
const start = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 120_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})
beforeEach(async () => {
  world.time.now = start
  for (const table of ['mail', 'reminder', 'reminder_choice', 'appointment'])
    await world.inspect(`delete from ${table}`)
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const record = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  caseId = record.id
  personId = record.personId
})

const system = systemFor('00000000-0000-0000-0000-000000000000')
const inHours = (hours: number) => new Date(world.time.now.getTime() + hours * 3_600_000)
const plan = () => planReminders(world.database, system)
const waiting = () =>
  world.inspect<{ way: string; to_address: string; subject: string; body: string }>(
    `select way, to_address, subject, body from mail where sent_at is null and ended_at is null order by made_at`,
  )
const move = async (id: string, startsAt: Date) => {
  const { version, ...kept } = await world.database.read(prison, (reading) => getAppointment(reading, id))
  await world.database.change(prison, (change) => changeAppointment(change, id, version, { ...kept, startsAt }))
}

test('one reminder for one appointment and time, when it is as long before as the person chose', async () => {
  await aChoice(world, prison, caseId)
  await anAppointment(world, prison, caseId, { startsAt: inHours(25) })

  const early = await plan()
  world.time.now = inHours(2)
  const due = await Promise.all([plan(), plan()])
  const again = await plan()

  expect([early, due.sort(), again]).toEqual([0, [0, 1], 0])
  expect(await waiting()).toHaveLength(1)
})

test('it says the day and the time in the person’s language, and nothing that tells who, why or with whom', async () => {
  await aChoice(world, prison, caseId, { way: 'EMAIL', to: 'danny@example.org', locale: 'it' })
  await anAppointment(world, prison, caseId, { title: 'Drug clinic', place: 'HMP Fernhall', startsAt: inHours(3) })

  await plan()

  const [mail] = await waiting()
  expect(mail).toEqual({
    way: 'EMAIL',
    to_address: 'danny@example.org',
    subject: 'Hai un appuntamento',
    body: expect.stringContaining('lunedì 2 marzo 2026 alle 12:30'),
  })
  expect(JSON.stringify(mail!.body)).not.toMatch(/Okafor|Drug|Fernhall|Amira|prison|probation/i)
})

test('with whom is said only after a yes', async () => {
  await aChoice(world, prison, caseId, { namesAgency: true })
  await anAppointment(world, prison, caseId, { startsAt: inHours(3) })

  await plan()

  expect((await waiting())[0]!.body).toContain('with HMP Fernhall')
})

test('what waits is taken back when the appointment moves or is called off, and a new time has a reminder of its own', async () => {
  await aChoice(world, prison, caseId)
  const [moved, off] = [await anAppointment(world, prison, caseId, { startsAt: inHours(3) }), await anAppointment(world, prison, caseId, { startsAt: inHours(5) })] // biome-ignore format: one line
  await plan()

  await move(moved, inHours(6))
  await world.database.change(prison, (change) => cancelAppointment(change, off, 1, { reason: 'Away' }))
  await plan()

  const bodies = (await waiting()).map(({ body }) => /at (\d\d:\d\d)/.exec(body)?.[1])
  expect(bodies).toEqual(['15:30'])
  expect((await site.get(prison, `/appointments/${off}`)).body).toContain('Text: taken back on')
})

test('a no stops all at once, and so does a death', async () => {
  await aChoice(world, prison, caseId)
  await anAppointment(world, prison, caseId, { startsAt: inHours(3) })
  await plan()

  await aChoice(world, prison, caseId, { way: 'NONE', to: '' }, 1)
  await plan()
  const afterNo = await waiting()
  await aChoice(world, prison, caseId, {}, 2)
  await plan()
  const afterYes = await waiting()
  await world.inspect(
    `insert into movement (case_id, person_id, kind, happened_on, source, entered_by, entered_at, owner_agency_id)
     values ($1, $2, 'DEATH', '2026-03-01', 'SCREEN', $3, now(), $4)`,
    [caseId, personId, prison.userId, prison.agencyId],
  )
  await plan()

  expect([afterNo.length, afterYes.length, (await waiting()).length]).toEqual([0, 1, 0])
})

test('what waits is taken back when the case ends, and comes again when it is taken up again', async () => {
  await aChoice(world, prison, caseId)
  await anAppointment(world, prison, caseId, { startsAt: inHours(3) })
  await plan()
  const ending = { reason: 'SETTLED', words: 'All is well.', personsWords: '' } as const

  const id = await world.database.change(prison, (change) => endCase(change, caseId, ending))
  await plan()
  const ended = await waiting()
  await world.database.change(prison, (change) => reopenCase(change, id, 'Back again.'))
  await plan()

  expect([ended.length, (await waiting()).length]).toEqual([0, 1])
})

test('back in prison nothing goes to the telephone: a letter waits there, in their language, once', async () => {
  await aChoice(world, prison, caseId, { locale: 'nl' })
  await anAppointment(world, prison, caseId, { title: 'Intake wonen', startsAt: inHours(3) })
  await world.insert(
    `insert into custody (person_id, agency_id, wing, cell, received_on, source, known_at, owner_agency_id) values ($1, $2, 'B', '2-07', '2026-03-01', 'BY_HAND', now(), $2)`,
    [personId, prison.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], '{custody}')`, [caseId])
  const stranger = await world.aWorkerAt('HMP Other')

  await plan()
  const page = await site.get(prison, '/reminder-letters')
  const elsewhere = await site.get(stranger, '/reminder-letters')
  const [, letter] = /name="letter" value="([^"]+)"/.exec(page.body)!
  await site.post(stranger, '/reminder-letters/printed', { letter: letter! })
  const stillThere = await site.get(prison, '/reminder-letters')
  await site.post(prison, '/reminder-letters/printed', { letter: letter! })
  const after = await site.get(prison, '/reminder-letters')

  expect(await waiting()).toEqual([])
  for (const part of ['Je hebt een afspraak', 'Intake wonen', 'A1234BC, B, 2-07', 'lang="nl'])
    expect(page.body).toContain(part)
  expect([elsewhere, stillThere, after].map(({ body }) => body.includes('Intake wonen'))).toEqual([false, true, false])
})

test('how a person is reminded is kept from the form; a wrong number and a second writer are told, and nothing typed is lost', async () => {
  const typed = {
    way: 'TEXT',
    phone: '12',
    email: '',
    locale: 'en',
    hoursBefore: '24',
    namesAgency: 'no',
    version: '0',
  }
  const send = (fields: Record<string, string>) =>
    site.post(prison, `/cases/${caseId}/reminders`, { ...typed, ...fields })

  const wrong = await send({})
  const kept = await send({ phone: '07700 900 123' })
  const second = await send({ phone: '07700 900 999' })
  const colleague = await world.aColleagueOf(prison)
  const unseen = await site.get(colleague, `/cases/${caseId}/reminders`)
  const refused = await site.post(colleague, `/cases/${caseId}/reminders`, {
    ...typed,
    phone: '07700900111',
    version: '1',
  })

  expect([wrong.statusCode, kept.statusCode, second.statusCode, refused.statusCode]).toEqual([422, 303, 409, 403])
  expect(wrong.body).toContain('Write a mobile number')
  expect(second.body).toContain('value="07700 900 999"')
  expect(unseen.body).not.toContain('07700900123')
})
