import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase } from '../cases/builders.ts'
import { aStep } from '../plans/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

const monday = new Date('2026-03-02T09:30:00Z')

test('the day shows what is late first, then the hours of today, each with one verb', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await aStep(world, amira, id, { title: 'Due today', dueOn: '2026-03-02' })
  await aStep(world, amira, id, { title: 'Find a bed', dueOn: '2026-02-26' })
  await aStep(world, amira, id, { title: 'Next week', dueOn: '2026-03-09' })
  await anAppointment(world, amira, id, { title: 'Key work session', startsAt: new Date('2026-03-02T14:15:00Z') })

  const { body } = await site.get(amira, '/')

  expect(body).toContain('Good morning, Amira')
  expect(body).toContain('You have 1 person')
  const order = ['4 days late', 'Find a bed', '14:15', 'Key work session', 'Due today'].map((part) =>
    body.indexOf(part),
  )
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(order[0]).toBeGreaterThan(0)
  expect(body).not.toContain('Next week')
})

test('somebody about whom nobody writes goes quiet; those of other workers and agencies never show', async () => {
  const amira = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const tom = await world.aColleagueOf(amira)
  await aCase(world, amira, { givenName: 'Wayne', familyName: 'Birch' })
  await aCase(world, tom, { givenName: 'Stefan', familyName: 'Ionescu' })
  world.time.now = new Date('2026-04-12T09:30:00Z')

  const mine = await site.get(amira, '/')
  world.time.now = monday
  const early = await site.get(amira, '/')

  expect(mine.body).toContain('Wayne Birch')
  expect(mine.body).toMatch(/Days quiet[\s\S]*>41</)
  expect(mine.body).not.toContain('Stefan Ionescu')
  expect(early.body).toContain('Somebody has written about each of your people lately.')
})

test('an administrator without people is led to the settings; nobody signed in to the sign-in page', async () => {
  const admin = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })

  const settings = await site.get(admin, '/')
  const signIn = await site.get(undefined, '/')

  expect([settings.statusCode, settings.headers.location]).toEqual([303, '/settings'])
  expect(signIn.headers.location).toContain('/sign-in')
})

test('a charity worker without people sees what waits in the inbox and what to do', async () => {
  const charity = await world.aWorkerAt('Riverside Mentors', { kind: 'charity' })

  const { body, statusCode } = await site.get(charity, '/')

  expect(statusCode).toBe(200)
  for (const part of ['Nobody is on your caseload yet', 'No referral waits for an answer', 'Look at the release list'])
    expect(body).toContain(part)
})
