import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { cancelAppointment, changeAppointment, getAppointment } from '../appointments/index.ts'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { instantsAt } from '../platform/wall-clock.ts'
import { folded, writeCalendar } from './write-calendar.ts'

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
async function anAddress(actor: Actor): Promise<string> {
  const made = await site.post(actor, '/account/calendar', {})
  return /\/calendar-feeds\/[\w-]{43}\.ics/.exec(made.body)![0]
}
/** The feed as another program reads it. */
async function read(address: string) {
  const { body } = await site.get(undefined, address)
  const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')
  return events.map((each) => {
    const event = new ICAL.Event(each)
    return {
      uid: event.uid,
      summary: event.summary,
      at: event.startDate.toJSDate(),
      sequence: event.sequence,
      status: each.getFirstPropertyValue('status'),
    }
  })
}

test('another calendar program reads the times, follows a move, and takes out what was called off', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall')
  const { id: caseId } = await aCase(world, amira)
  const id = await anAppointment(world, amira, caseId, { startsAt: at('10:00') })
  const address = await anAddress(amira)
  const before = await read(address)

  const kept = await world.database.read(amira, (reading) => getAppointment(reading, id))
  await world.database.change(amira, (change) => changeAppointment(change, id, 1, { ...kept, startsAt: at('11:00') }))
  const moved = await read(address)
  await world.database.change(amira, (change) => cancelAppointment(change, id, 2, { reason: 'Away' }))
  const off = await read(address)

  expect(before).toEqual([
    { uid: `${id}@127.0.0.1`, summary: 'Appointment (Throughline)', at: at('10:00'), sequence: 0, status: 'CONFIRMED' },
  ])
  expect(moved).toEqual([{ ...before[0], at: at('11:00'), sequence: 1 }])
  expect(off).toEqual([{ ...moved[0], sequence: 2, status: 'CANCELLED' }])
})

test('in the night when the clocks go back both hours of one name stand apart, and a week’s time on the wall stays when they go forward', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall')
  const { id: caseId } = await aCase(world, amira)
  const first = ['2026-03-25T10:00:00Z', '2026-04-01T09:00:00Z'].map((each) => new Date(each)) // ten on the wall, both times
  const twice = instantsAt('2026-10-25', '01:30')
  const all = [...first, ...twice]
  for (const startsAt of all) await anAppointment(world, amira, caseId, { startsAt, lengthInMinutes: 30 })

  world.time.now = new Date('2026-03-24T09:00:00Z')
  const spring = await read(await anAddress(amira))
  world.time.now = new Date('2026-10-24T09:00:00Z')
  await world.inspect("update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '1 hour'", [
    world.time.now,
  ])
  const autumn = await read(await anAddress(amira))

  world.time.now = new Date('2026-03-02T09:30:00Z')
  const timesIn = (entries: typeof spring) => entries.map((each) => each.at.toISOString())
  expect(twice).toHaveLength(2)
  expect(timesIn(spring)).toEqual(expect.arrayContaining(first.map((each) => each.toISOString())))
  expect(timesIn(autumn)).toEqual(expect.arrayContaining(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']))
})

test('nothing of anybody is in it: no name, place, purpose or agency, whatever was typed', async () => {
  const amira = await world.aWorkerAt('HMP Canary', { name: 'Amira Canary' })
  const { id: caseId, personId } = await aCase(world, amira, {
    givenName: 'Canary',
    familyName: 'Canary',
    number: 'A1234BC',
  })
  await anAppointment(world, amira, caseId, {
    title: 'Canary',
    place: 'Canary',
    bring: 'Canary',
    startsAt: at('10:00'),
  })

  const { body, headers } = await site.get(undefined, await anAddress(amira))

  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(body).not.toMatch(new RegExp(`canary|A1234BC|${caseId}|${personId}|${amira.userId}`, 'i'))
})

test('an address that was ended or replaced answers as one that never was, and a leaver’s too', async () => {
  const [amira, leaver] = [await world.aWorkerAt('HMP Fernhall'), await world.aWorkerAt('HMP Fernhall')]
  const [first, gone] = [await anAddress(amira), await anAddress(leaver)]
  const second = await anAddress(amira)
  const stillWorks = await site.get(undefined, second)
  await site.post(amira, '/account/calendar/end', {})
  await world.inspect('update account set disabled_at = now() where id = $1', [leaver.userId])

  const never = `/calendar-feeds/${'x'.repeat(43)}.ics`
  const answers = await Promise.all([never, first, second, gone].map((address) => site.get(undefined, address)))

  const plain = answers.map(({ statusCode, body }, index) =>
    `${statusCode} ${body.replaceAll([never, first, second, gone][index]!, 'ADDRESS').replaceAll(encodeURIComponent([never, first, second, gone][index]!), 'ADDRESS')}`.replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|nonce="[^"]+"/g,
      '',
    ),
  )
  expect(stillWorks.statusCode).toBe(200)
  expect(new Set(plain).size).toBe(1)
  expect(plain[0]).toMatch(/^404/)
})

test('times of a case that the worker no longer sees leave the feed, and asking all the time is stopped', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall')
  const { id: caseId } = await aCase(world, amira)
  await anAppointment(world, amira, caseId, { startsAt: at('10:00') })
  const address = await anAddress(amira)

  await world.inspect(`update case_party set until_on = '2026-03-01' where case_id = $1`, [caseId])
  await world.inspect('select recompute_sight(array[$1::uuid])', [caseId])
  const after = await read(address)
  await world.inspect('update calendar_feed set reads_in_hour = 60 where account_id = $1', [amira.userId])
  const often = await site.get(undefined, address)
  world.time.now = new Date(world.time.now.getTime() + 3_600_000)
  const later = await site.get(undefined, address)

  expect(after).toEqual([])
  expect([often.statusCode, later.statusCode]).toEqual([429, 200])
})

test('no line is longer than 75 octets, and no character is cut in two', () => {
  const name = `Ė${'è€𝄞x,;\\'.repeat(40)}`

  const entry = {
    id: 'an-id',
    startsAt: '2026-03-03T10:00:00Z',
    minutes: 30,
    version: 1,
    changedAt: '2026-03-02T10:00:00Z',
    isCancelled: false,
  }

  const text = writeCalendar('https://line.example', { summary: name, name }, [entry])

  const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(event?.getFirstPropertyValue('summary')).toBe(name)
  expect(folded(`${'a'.repeat(74)}é`)).toBe(`${'a'.repeat(74)}\r\n é`)
})
