import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from './builders.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
const minute = 60_000
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
})

const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * minute)
}
const signIn = (email: string, password = goodPassword, more: Record<string, string> = {}) =>
  site.post(undefined, '/sign-in', { email, password, ...more })
const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']).split(';')[0]!
const as = (cookie: string, url: string) => site.get(undefined, url, { headers: { cookie } })

test('a session ends after 15 minutes without use, and every use prolongs it', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  const cookie = cookieOf(await signIn(email))

  later(14)
  const used = await as(cookie, '/session/keep-alive')
  later(14)
  const usedAgain = await as(cookie, '/account/password')
  later(16)
  const tooLate = await as(cookie, '/account/password')

  expect([used.statusCode, usedAgain.statusCode, tooLate.statusCode]).toEqual([204, 200, 303])
  expect(tooLate.headers.location).toBe('/sign-in?back=%2Faccount%2Fpassword')
})

test('what an open page fetches by itself prolongs nothing: nobody may sit before it', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  const cookie = cookieOf(await signIn(email))
  const byItself = (url: string) => site.get(undefined, url, { headers: { cookie, 'sec-fetch-dest': 'empty' } })

  later(14)
  const fetched = await byItself('/account/password')
  later(2)

  expect([fetched.statusCode, (await as(cookie, '/account/password')).statusCode]).toEqual([200, 303])
})

test('a session ends after ten hours whatever is done', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  const cookie = cookieOf(await signIn(email))

  const statuses = new Set<number>()
  for (let count = 0; count < 59; count++) {
    later(10)
    statuses.add((await as(cookie, '/session/keep-alive')).statusCode)
  }
  later(11)
  const after = await as(cookie, '/account/password')

  expect([...statuses]).toEqual([204])
  expect(after.statusCode).toBe(303)
})

test('signing out ends the session in the database, and clears what the browser kept', async () => {
  const worker = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, worker)
  const cookie = cookieOf(await signIn(email))

  const answer = await site.post(undefined, '/sign-out', {}, { headers: { cookie } })

  expect(answer.headers.location).toBe('/sign-in?done=sign-out')
  expect(answer.headers['clear-site-data']).toBe('"cache"')
  expect(answer.headers['set-cookie']).toMatch(/^session=; .*Expires=Thu, 01 Jan 1970/)
  expect((await as(cookie, '/account/password')).statusCode).toBe(303)
})

test('every session of an account that is disabled, or whose agency closes, ends at once and stays ended', async () => {
  const worker = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(worker)
  const first = cookieOf(await signIn(await aPasswordOf(world, worker)))
  const second = cookieOf(await signIn(await aPasswordOf(world, colleague)))

  await world.inspect('update account set disabled_at = now() where id = $1', [worker.userId])
  const disabled = await as(first, '/account/password')
  const refused = await signIn(await aPasswordOf(world, worker))
  await world.inspect('update account set disabled_at = null where id = $1', [worker.userId])
  const enabledAgain = await as(first, '/account/password')
  await world.inspect(`update agency set closed_on = '2026-03-01' where id = $1`, [worker.agencyId])
  const closed = await as(second, '/account/password')

  expect([disabled.statusCode, refused.statusCode, enabledAgain.statusCode, closed.statusCode]).toEqual([
    303, 422, 303, 303,
  ])
})

test('the audit knows who signed in, who signed out, and who was denied', async () => {
  const worker = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, worker)

  await signIn(email, 'wrong')
  const cookie = cookieOf(await signIn(email))
  await site.post(undefined, '/sign-out', {}, { headers: { cookie } })

  const rows = await world.inspect<{ action: string; outcome: string }>(
    `select action, outcome from audit where account_id = $1 and action like 'sign%' order by id`,
    [worker.userId],
  )
  expect(rows).toEqual([
    { action: 'sign-in', outcome: 'denied' },
    { action: 'sign-in', outcome: 'done' },
    { action: 'sign-out', outcome: 'done' },
  ])
})

test('smuggled SQL opens a session and sets a password for nobody but who acts', async () => {
  const worker = await world.aWorkerAt('Prison')
  const victim = await world.aColleagueOf(worker)
  await aPasswordOf(world, victim)
  const { sql } = await import('kysely')

  const theft = await world.database
    .change(worker, async ({ db, record }) => {
      await sql`select open_session('\\x01', now(), now() + interval '1 day', '', '')`.execute(db)
      await sql`select set_own_password('stolen', now(), null)`.execute(db)
      record({ name: 'test.done', subjectId: worker.userId, fieldGroup: 'administration' })
    })
    .then(() => world.inspect('select account_id from session where token_hash = $1', [Buffer.from([1])]))
  const linked = () =>
    world.database.read(worker, ({ db }) =>
      sql`select make_password_link(${victim.userId}, '\\x02', now(), now())`.execute(db),
    )
  const read = () => world.database.read(worker, ({ db }) => sql`select hash from password`.execute(db))

  expect(theft).toEqual([{ account_id: worker.userId }])
  await expect(linked()).rejects.toThrow(/not for this account/)
  await expect(read()).rejects.toThrow(/permission denied/)
})
