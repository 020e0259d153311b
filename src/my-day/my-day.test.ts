import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase } from '../cases/builders.ts'
import { enterReleaseDate } from '../custody/index.ts'
import { aStep } from '../plans/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'
import { acceptReferral } from '../referrals/index.ts'

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

const words = ({ body }: { body: string }): string => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
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

test('more than two hundred steps are told as two hundred or more, late ones and those of today alike', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall')
  const { id } = await aCase(world, amira)
  const stepsDueOn = (day: string) =>
    world.inspect(
      `insert into step (case_id, person_id, title, due_on, responsible_agency_id, responsible_account_id, owner_agency_id, made_by, made_at)
       select c.id, c.person_id, 'Ring the landlord', $2::date, $3, $4, $3, $4, now() from case_file c, generate_series(1, 205) where c.id = $1`,
      [id, day, amira.agencyId, amira.userId],
    )

  await stepsDueOn('2026-03-02')
  const today = words(await site.get(amira, '/'))
  await stepsDueOn('2026-02-26')
  const both = words(await site.get(amira, '/'))

  expect(today).toContain('200 or more due today')
  expect(today).toContain('0 late')
  expect(both).toContain('200 or more late')
  expect([today, both].join()).not.toMatch(/\b20[1-9]\b/)
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

test('each count leads to exactly the people that it counts, those of a colleague who is away among them', async () => {
  world.time.now = monday
  const amira = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const ben = await world.aColleagueOf(amira, { name: 'Ben Ode' })
  const soon = await aCase(world, amira, { givenName: 'Soon', familyName: 'Out' })
  await aCase(world, ben, { givenName: 'Bens', familyName: 'Own' })
  await world.database.change(amira, (change) =>
    enterReleaseDate(change, soon.personId, { kind: 'CRD', day: '2026-03-05', isRecalled: false }),
  )
  await world.insert(
    `insert into worker_absence (account_id, kind, from_on, until_on, cover_account_id, made_by, made_at) values ($1, 'LEAVE', '2026-03-01', '2026-03-06', $2, $1, now())`,
    [ben.userId, amira.userId],
  )
  const peopleOf = async (part: string) => {
    const { body } = await site.get(amira, `/caseload?only=${part}`)
    return ['Soon Out', 'Bens Own'].filter((name) => body.includes(name))
  }

  const { body } = await site.get(amira, '/')

  expect(body).toContain('You stand in for Ben Ode')
  for (const part of ['leaving', 'quiet', 'new', 'covered']) expect(body).toContain(`/caseload?only=${part}"`)
  expect(await Promise.all(['leaving', 'new', 'covered', 'quiet'].map(peopleOf))).toEqual([
    ['Soon Out'],
    ['Soon Out', 'Bens Own'],
    ['Bens Own'],
    [],
  ])
})

test('a manager reads who has nobody named and who is away uncovered; a charity what it said yes to and has not begun; both how to use the page', async () => {
  const amira = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const manager = await world.aColleagueOf(amira, { roles: ['WORKER', 'MANAGER'] })
  const dee = await world.aWorkerAt('Second Step', { kind: 'charity' })
  const { id } = await aCase(world, amira, { role: 'SUPPORT' })
  await world.insert(
    `insert into worker_absence (account_id, kind, from_on, until_on, made_by, made_at) values ($1, 'SICK', '2026-03-01', '2026-03-06', $1, now())`,
    [amira.userId],
  )
  const referral = await aReferral(world, { from: amira, to: dee, caseId: id })
  await world.database.change(dee, (change) =>
    acceptReferral(change, referral.id, referral.version, { startsOn: null, workerName: 'Dee' }),
  )

  const [ofManager, ofWorker, ofCharity] = [
    await site.get(manager, '/'),
    await site.get(amira, '/'),
    await site.get(dee, '/'),
  ].map(({ body }) => body)

  for (const line of ['One person has nobody named', 'One colleague is away and nobody stands in']) {
    expect(ofManager).toContain(line)
    expect(ofWorker).not.toContain(line)
  }
  expect(ofCharity).toContain('1 referral that you said yes to has not begun')
  expect(ofCharity).toContain('Start with the referrals that wait for an answer.')
})

test('what is new is said for four weeks', async () => {
  const amira = await world.aWorkerAt('Prison')
  const at = async (now: string) => {
    world.time.now = new Date(now)
    await world.inspect(`update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '1 hour'`, [
      now,
    ])
    return (await site.get(amira, '/')).body.includes('New since')
  }

  const said = [await at('2026-11-26T09:00:00Z'), await at('2026-11-27T09:00:00Z'), await at('2026-12-25T09:00:00Z')]

  world.time.now = monday
  expect(said).toEqual([false, true, false])
})

test('an administrator without people is led to the settings; nobody signed in to the sign-in page', async () => {
  const admin = await world.aWorkerAt('Prison', { roles: ['ADMINISTRATOR'] })

  const settings = await site.get(admin, '/')
  const signIn = await site.get(undefined, '/')

  expect([settings.statusCode, settings.headers.location]).toEqual([303, '/settings'])
  expect(signIn.headers.location).toContain('/sign-in')
})

test('whoever has signed in is led to where their work is: a mentor to whom they walk with, an operator to their line', async () => {
  const agency = { kind: 'charity' } as const
  const mentor = await world.aWorkerAt('Riverside Mentors', { ...agency, roles: ['MENTOR'] })
  const operator = await world.aWorkerAt('Riverside Line', { ...agency, roles: ['OPERATOR'] })
  const treasurer = await world.aWorkerAt('Riverside Funds', { ...agency, roles: ['TREASURER'] })

  const signedIn = await site.get(mentor, '/sign-in')
  const led = await Promise.all([mentor, operator, treasurer].map((worker) => site.get(worker, '/')))

  expect(signedIn.headers.location).toBe('/')
  expect(led.map(({ headers }) => headers.location)).toEqual(['/mentoring', '/helpline', '/expenses/claims'])
})

test('a charity worker without people sees what waits in the inbox and what to do', async () => {
  const charity = await world.aWorkerAt('Riverside Mentors', { kind: 'charity' })

  const { body, statusCode } = await site.get(charity, '/')

  expect(statusCode).toBe(200)
  for (const part of ['Nobody is on your caseload yet', 'No referral waits for an answer', 'Look at the release list'])
    expect(body).toContain(part)
})
