import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aService, aServiceWithoutAccount } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { declineReferral } from './answer-referral.ts'
import { sent } from './builders.ts'
import { getReferral } from './queries/referrals.ts'
import type { DeclineReason } from './reasons.ts'

let world: World
let site: Site
let amira: Actor
let dee: Actor
let danny: BuiltCase
let needId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  dee = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  needId = (await aNeed(world, amira, danny.id, { words: 'a bed on the first night' })).id
})

const typed = (serviceId: string, more = {}) => ({ formId: newId(), serviceId, why: 'kept-as-typed', ...more })
const at = (id: string) => world.database.read(amira, (reading) => getReferral(reading, id))
const idOf = (location: unknown) => /referrals\/([0-9a-f-]{36})/.exec(String(location))![1]!

test('a worker chooses, checks and sends; the check says what the receiver will see', async () => {
  const serviceId = await aService(world, dee, { name: 'Bridge House' })

  const choose = await site.get(amira, `/needs/${needId}/refer`)
  const check = await site.post(amira, `/needs/${needId}/refer`, typed(serviceId))
  const done = await site.post(amira, `/needs/${needId}/referrals`, typed(serviceId))

  expect(choose.body).toContain('Bridge House')
  expect(check.body).toContain('What they will see')
  expect(done.statusCode).toBe(303)
  expect(await at(idOf(done.headers.location))).toMatchObject({
    status: 'SENT',
    why: 'kept-as-typed',
    needWords: 'a bed on the first night',
  })
})

test('going back from the check keeps what was typed', async () => {
  const serviceId = await aService(world, dee)

  const back = await site.post(amira, `/needs/${needId}/refer`, typed(serviceId, { step: 'change' }))

  expect(back.statusCode).toBe(200)
  expect(back.body).toContain('kept-as-typed')
})

test.each([
  ['no service', { serviceId: '' }, 'Choose a service'],
  ['no reason', { why: ' ' }, 'Say why this service'],
  [
    '31 February',
    { 'neededByOn-day': '31', 'neededByOn-month': '2', 'neededByOn-year': '2026' },
    'Enter a day that exists',
  ],
  [
    'the year 0202',
    { 'neededByOn-day': '3', 'neededByOn-month': '2', 'neededByOn-year': '0202' },
    'Enter a day that exists',
  ],
])('%s is told beside the field, and nothing is sent', async (_, wrong, words) => {
  const serviceId = await aService(world, dee)

  const answer = await site.post(amira, `/needs/${needId}/referrals`, typed(serviceId, wrong))

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(words)
})

test('a service that does not fit is not to be had by its id', async () => {
  const women = {
    sexes: ['FEMALE' as const],
    minAge: null,
    maxAge: null,
    onLicence: null,
    languages: [],
    accessNeeds: [],
  }
  const serviceId = await aService(world, dee, { eligibility: women })
  await world.inspect(`update person set sex = 'MALE' where id = $1`, [danny.personId])

  const answer = await site.post(amira, `/needs/${needId}/referrals`, typed(serviceId))

  expect(answer.statusCode).toBe(422)
})

test('the same place asked twice gets a page that leads to the first', async () => {
  const serviceId = await aService(world, dee)
  const first = await sent(world, amira, { needId, serviceId })

  const answer = await site.post(amira, `/needs/${needId}/referrals`, typed(serviceId))

  expect(answer.statusCode).toBe(409)
  expect(answer.body).toContain('You have asked this service already')
  expect(answer.body).toContain(`/referrals/${first.id}`)
})

test('whom was asked already says each reason once, in whichever language it was written beside', async () => {
  const no = async (reason: DeclineReason, words: string) => {
    const { id } = await sent(world, amira, { needId, serviceId: await aService(world, dee) })
    await world.database.change(dee, (change) => declineReferral(change, id, 1, { reason, words }))
  }
  await no('CLOSED', 'Closed to referrals.')
  await no('CLOSED', 'Chiuso a nuovi invii')
  await no('NO_ROOM', 'No room until the middle of next month.')
  await no('TOO_FAR', 'Ask Carrow.')

  const { body } = await site.get(amira, `/needs/${needId}/refer`)

  const reasons = [...body.matchAll(/<p class="tl-quiet tl-m0">([^<]*)</g)].map(([, reason]) => reason)
  expect(reasons.sort()).toEqual([
    'Closed to referrals',
    'Closed to referrals',
    'No room until the middle of next month.',
    'Too far away. Ask Carrow.',
  ])
})

test('the case page says once that a referral was sent', async () => {
  await sent(world, amira, { needId, serviceId: await aService(world, dee) })

  const { body } = await site.get(amira, `/cases/${danny.id}`)

  expect(body).toContain('Sent Mon 2 Mar')
  expect(body).not.toContain('Sent, sent')
})

test('a double click sends one referral and ends at the same place', async () => {
  const form = typed(await aService(world, dee))

  const both = await Promise.all([1, 2].map(() => site.post(amira, `/needs/${needId}/referrals`, form)))

  const places = new Set(both.filter(({ statusCode }) => statusCode === 303).map(({ headers }) => headers.location))
  expect(places.size).toBe(1)
  const rows = await world.inspect('select id from referral where need_id = $1', [needId])
  expect(rows).toHaveLength(1)
})

test('a provider without an account: the check says that it sees initials alone', async () => {
  const coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
  const serviceId = await aServiceWithoutAccount(world, coordinator)

  const check = await site.post(amira, `/needs/${needId}/refer`, typed(serviceId))

  expect(check.body).toContain('It sees the initials')
})
