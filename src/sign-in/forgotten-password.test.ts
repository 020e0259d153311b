import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from './builders.ts'
import { signInJobs } from './jobs.ts'
import { passwordProblem } from './password-rules.ts'

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
const signIn = async (email: string, password: string) =>
  (await site.post(undefined, '/sign-in', { email, password })).statusCode

/** Asks for a link, lets the worker send it, and reads it out of the mail. */
async function aLinkFor(email: string): Promise<string> {
  await site.post(undefined, '/sign-in/forgotten', { email })
  const worker = await world.startWorker(signInJobs)
  const body = await vi.waitFor(async () => {
    const [mail] = await world.inspect<{ body: string }>('select body from mail where to_address = $1', [email])
    return mail?.body ?? Promise.reject(new Error('no mail yet'))
  }, 5_000)
  await worker.stop()
  return /\/sign-in\/new-password\/[\w-]+/.exec(body)![0]
}

test('a link sets a new password once, ends every session, and the old password is worth nothing', async () => {
  const prison = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, prison)
  await site.get(prison, '/account/password')
  const link = await aLinkFor(email)

  const page = await site.get(undefined, link)
  const set = await site.post(undefined, link, { password: fresh })
  const again = await site.post(undefined, link, { password: 'another password altogether' })

  expect(page.body).toContain(email)
  expect(set.headers.location).toBe('/sign-in?done=password')
  expect(again.statusCode).toBe(404)
  expect(again.body).toContain('This link no longer works')
  expect((await site.get(prison, '/account/password')).statusCode).toBe(303)
  expect([await signIn(email, goodPassword), await signIn(email, fresh)]).toEqual([422, 303])
})

test('a link is kept as a hash, and dies after an hour or when a newer one is sent', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))

  const first = await aLinkFor(email)
  await world.inspect('delete from mail')
  const second = await aLinkFor(email)
  const replaced = await site.get(undefined, first)
  const good = await site.get(undefined, second)
  world.time.now = new Date(monday.getTime() + 61 * 60_000)
  const old = await site.get(undefined, second)

  expect([replaced.statusCode, good.statusCode, old.statusCode]).toEqual([404, 200, 404])
  const token = Buffer.from(second.split('/').at(-1)!)
  expect(await world.inspect('select from password_link where token_hash = $1', [token])).toEqual([])
})

test('the answer is the same for an address that has an account and one that has none, and only one gets mail', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))

  const none = await site.post(undefined, '/sign-in/forgotten', { email: 'nobody@example.org' })
  const known = await site.post(undefined, '/sign-in/forgotten', { email })
  const worker = await world.startWorker(signInJobs)
  await vi.waitFor(async () => expect(await world.inspect('select from mail')).toHaveLength(1), 5_000)
  await worker.stop()

  expect(none.statusCode).toBe(200)
  expect(none.body.replaceAll('nobody@example.org', '')).toBe(known.body.replaceAll(email, ''))
  expect(await world.inspect('select to_address from mail')).toEqual([{ to_address: email }])
})

test('asking again and again sends five mails at most, and from one place it is stopped', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  const ask = async () => (await site.post(undefined, '/sign-in/forgotten', { email })).statusCode
  const waiting = () => world.inspect(`select from graphile_worker._private_jobs`)
  await world.inspect('delete from graphile_worker._private_jobs')

  const statuses = []
  for (let count = 0; count < 31; count++) statuses.push(await ask())

  expect(await waiting()).toHaveLength(5)
  expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
  expect(statuses[30]).toBe(429)
})

test('passwords are judged by length and by how soon they are guessed, not by their letters and digits', () => {
  const own = ['Elena Marchetti', 'elena.marchetti@secondopasso.example']
  const easy = [
    'password1234',
    'P4ssw0rd!2026',
    'passwordpassword',
    '123456789012',
    'aaaaaaaaaaaaaa',
    'Elena.Marchetti1',
  ]

  expect(easy.map((password) => passwordProblem(password, own))).toEqual(easy.map(() => 'password.common'))
  expect(passwordProblem('short one')).toBe('password.short')
  expect(passwordProblem('')).toBe('password.missing')
  expect(passwordProblem('x'.repeat(201))).toBe('password.long')
  expect(passwordProblem('violet tractor under seven', own)).toBeUndefined()
  expect(passwordProblem('кіт на підвіконні', own)).toBeUndefined()
})

test('a password that is too easy is sent back beside the field, in three languages, and the link still works', async () => {
  const prison = await world.aWorkerAt('Prison')
  const link = await aLinkFor(await aPasswordOf(world, prison))
  const said = { en: 'easy to guess', it: 'facile da indovinare', nl: 'makkelijk te raden' }

  for (const [locale, words] of Object.entries(said)) {
    const headers = { 'accept-language': locale }
    const answer = await site.post(undefined, link, { password: 'password1234' }, { headers })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  }
  expect((await site.get(undefined, link)).statusCode).toBe(200)
})
