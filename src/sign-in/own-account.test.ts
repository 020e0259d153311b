import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from './builders.ts'
import { signInJobs } from './jobs.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = monday
  await world.inspect('delete from sign_in_attempt')
  await world.inspect('delete from mail')
})

const fresh = 'seven lanterns on quiet water'
const formOf = (body: string) => /name="formId" value="([^"]+)"/.exec(body)![1]!

test('changing one’s own password asks for the old one, keeps this session and ends the others', async () => {
  const prison = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, prison)
  const elsewhere = await site.post(undefined, '/sign-in', { email, password: goodPassword })
  const other = String(elsewhere.headers['set-cookie']).split(';')[0]!

  const wrong = await site.post(prison, '/account/password', { old: 'not it', password: fresh })
  const formId = formOf((await site.get(prison, '/account/password')).body)
  const right = await site.post(prison, '/account/password', { old: goodPassword, password: fresh, formId })

  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('This is not your present password')
  expect(right.headers.location).toBe('/account/password?done')
  expect((await site.get(prison, '/account/password?done')).body).toContain('Your password is changed')
  expect((await site.get(undefined, '/account/password', { headers: { cookie: other } })).statusCode).toBe(303)
  expect(
    await world.inspect(`select from event where name = 'password.changed' and actor_id = $1`, [prison.userId]),
  ).toHaveLength(1)
})

test('the old password cannot be guessed on the page that changes it', async () => {
  const prison = await world.aWorkerAt('Prison')
  await aPasswordOf(world, prison)

  const statuses = []
  for (let count = 0; count < 11; count++) {
    statuses.push((await site.post(prison, '/account/password', { old: `guess ${count}`, password: fresh })).statusCode)
  }

  expect(statuses.slice(0, 10).every((status) => status === 422)).toBe(true)
  expect(statuses[10]).toBe(429)
})

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/128.0 Safari/537.36'

async function signedInElsewhere(email: string) {
  const headers = { 'user-agent': chrome }
  const answer = await site.post(undefined, '/sign-in', { email, password: goodPassword }, { headers })
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  return async () => (await site.get(undefined, '/account/sessions', { headers: { cookie } })).statusCode
}

test('somebody sees where they are signed in, and ends one session or all others', async () => {
  const prison = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, prison)
  const alone = await site.get(prison, '/account/sessions')
  const first = await signedInElsewhere(email)
  const second = await signedInElsewhere(email)

  const page = await site.get(prison, '/account/sessions')
  const [, one] = /\/account\/sessions\/([0-9a-f-]{36})\/end/.exec(page.body)!
  await site.post(prison, `/account/sessions/${one}/end`, {})
  const afterOne = [await first(), await second()]
  await site.post(prison, '/account/sessions/others/end', {})

  expect(alone.body).toContain('You are signed in here and nowhere else')
  expect(page.body).toContain('Chrome on Linux')
  expect(afterOne.sort()).toEqual([200, 303])
  expect([await first(), await second()]).toEqual([303, 303])
  expect((await site.get(prison, '/account/sessions')).statusCode).toBe(200)
})

test('a session of somebody else cannot be seen or ended', async () => {
  const prison = await world.aWorkerAt('Prison')
  const victim: Actor = await world.aColleagueOf(prison)
  await site.get(victim, '/account/sessions')
  const [session] = await world.inspect<{ id: string }>('select id from session where account_id = $1', [victim.userId])

  const answer = await site.post(prison, `/account/sessions/${session!.id}/end`, {})

  expect(answer.statusCode).toBe(404)
  expect((await site.get(victim, '/account/sessions')).statusCode).toBe(200)
})

test('what is long over is forgotten: tries after a day, sessions and links after thirty', async () => {
  const prison = await world.aWorkerAt('Prison')
  await site.get(prison, '/account/sessions')
  await world.inspect(`insert into sign_in_attempt values ('account x', $1)`, [monday])
  world.time.now = new Date(monday.getTime() + 32 * 86_400_000)

  await signInJobs['forget-old-sign-ins']!({ database: world.database } as never, {})

  expect(await world.inspect('select from session where account_id = $1', [prison.userId])).toEqual([])
  expect(await world.inspect(`select from sign_in_attempt where key = 'account x'`)).toEqual([])
})
