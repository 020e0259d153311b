import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase, type BuiltCase } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let danny: BuiltCase
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})
beforeEach(async () => {
  world.time.now = new Date('2026-03-02T23:55:00Z')
  await world.inspect(`update partnership set jurisdiction = 'IT'`)
  prison = await world.aWorkerAt('Casa circondariale')
  danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
})

const open = (actor: Actor, path = '') => site.get(actor, `/cases/${danny.id}${path}`)
const say = (actor: Actor, reason: string, back = '') => site.post(actor, `/cases/${danny.id}/reason`, { reason, back })
const isAsked = ({ statusCode, body }: Awaited<ReturnType<typeof open>>) =>
  statusCode === 403 && body.includes('Why do you open this case?')

test('in Italy and the Netherlands a case opens with a reason, once a day for each case and worker', async () => {
  const colleague = await world.aColleagueOf(prison, { roles: ['MANAGER'] })
  const first = await open(prison, '/needs')
  const said = await say(prison, 'Meeting today at two', `/cases/${danny.id}/needs`)
  const opened = await open(prison, '/notes')
  const other = await open(colleague)
  const rosa = await aCase(world, prison, { givenName: 'Rosa', familyName: 'Blake' })
  const otherCase = await site.get(prison, `/cases/${rosa.id}`)
  world.time.now = new Date('2026-03-03T00:01:00Z')
  const nextDay = await open(prison)

  expect(isAsked(first)).toBe(true)
  expect(first.body).not.toContain('Okafor')
  expect([said.statusCode, said.headers.location]).toEqual([303, `/cases/${danny.id}/needs`])
  expect([opened.statusCode, isAsked(other), isAsked(otherCase), isAsked(nextDay)]).toEqual([200, true, true, true])
})

test('the reason is in the audit, with the purpose and the basis of the case', async () => {
  await say(prison, 'Meeting today at two')
  await open(prison)

  const rows = await world.inspect<{ reason: string | null; purpose: string; basis: string }>(
    `select reason, purpose, basis from audit where account_id = $1 and action = 'consult' and case_ids = array[$2::uuid] order by id`,
    [prison.userId, danny.id],
  )
  expect(rows.map(({ reason }) => reason)).toEqual(['Meeting today at two', null])
  expect(new Set(rows.map(({ purpose }) => purpose)).size).toBe(1)
  expect(rows.every(({ purpose, basis }) => purpose && basis)).toBe(true)
})

test('a reason that says nothing is told, and what was typed stays', async () => {
  const short = await say(prison, 'work')

  expect(short.statusCode).toBe(422)
  for (const text of ['Say why, in 10 characters or more', '>work</textarea>']) expect(short.body).toContain(text)
  expect(isAsked(await open(prison))).toBe(true)
})

test('whoever does not see the case is asked for no reason: there is no such case', async () => {
  const stranger = await world.aWorkerAt('Questura', { kind: 'police' })

  const answers = [await open(stranger), await say(stranger, 'Curious about this person')]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
})

test('the reason leads to no other site, and in England and Wales none is asked', async () => {
  const led = await say(prison, 'Meeting today at two', '//elsewhere.example/cases/x')
  await world.inspect(`update partnership set jurisdiction = 'UK-EW'`)
  const colleague = await world.aColleagueOf(prison, { roles: ['MANAGER'] })

  expect(led.headers.location).toBe(`/cases/${danny.id}`)
  expect((await open(colleague)).statusCode).toBe(200)
})
