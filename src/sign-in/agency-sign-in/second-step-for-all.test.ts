import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../builders.ts'
import { passkeysOn } from '../passkeys/builders.ts'
import { aNamedPlace } from '../passkeys/device-builders.ts'
import { codeAt } from '../second-step/one-time-codes.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  site.app.site.publicUrl = aNamedPlace
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('from the next sign-in, whoever has no second step is led to set one up before anything else opens', async () => {
  const worker = await world.aWorkerAt('Prison')
  await site.get(worker, '/account') // their session begins
  await requireOf(worker)

  const before = await site.get(worker, '/account')
  const as = await signIn(worker)
  const page = await as('/')
  const first = await as(String(page.headers.location))
  const form = await as('/cases/new', { method: 'POST' })

  expect(before.statusCode).toBe(200)
  expect([page.statusCode, page.headers.location]).toEqual([303, '/account/second-step/first'])
  expect(first.body).toContain('First, set up a second step')
  expect([form.statusCode, (await as('/account/passkeys')).statusCode]).toEqual([403, 200])
})

test('with a code set up everything opens, and the next sign-in asks for it', async () => {
  const worker = await world.aWorkerAt('Prison')
  await requireOf(worker)
  const as = await signIn(worker)

  await as('/account/second-step/preparation', { method: 'POST' })
  const page = await as('/account/second-step')
  const secret = /<code class="tl-num">([A-Z2-7 ]+)</.exec(page.body)![1]!.replaceAll(' ', '')
  const payload = `code=${codeAt(secret, world.time.now)}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await as('/account/second-step/confirmation', { method: 'POST', payload, headers })

  expect((await as('/account')).statusCode).toBe(200)
  expect((await sendPassword(worker)).headers.location).toBe('/sign-in/code')
})

test('whose second step is a passkey does not get in with the password alone', async () => {
  const { worker, device } = await passkeysOn(world, site).aWorkerWithPasskey()
  await aPasswordOf(world, worker, goodPassword)
  const alone = await sendPassword(worker)
  await requireOf(worker)

  const stopped = await sendPassword(worker)
  const passed = await passkeysOn(world, site).signIn(device)

  expect([alone.statusCode, stopped.statusCode, passed.statusCode]).toEqual([303, 422, 303])
  expect(stopped.body).toContain('Your agency asks for a second step, and yours is a passkey')
})

test('an administrator lets somebody in again who lost everything', async () => {
  const { worker, device } = await passkeysOn(world, site).aWorkerWithPasskey()
  const administrator = await requireOf(worker)

  await site.post(administrator, `/settings/users/${worker.userId}/second-step-off`, { version: '1' })

  expect((await passkeysOn(world, site).signIn(device)).statusCode).toBe(422)
  expect((await (await signIn(worker))('/')).headers.location).toBe('/account/second-step/first')
})

test('one agency’s rule is not another’s, and only an administrator sets it', async () => {
  const worker = await world.aWorkerAt('Prison')
  const other = await world.aWorkerAt('Council')
  const administrator = await requireOf(worker)

  const refused = await site.post(worker, '/settings/sign-in/second-step', { required: 'no' })
  const blank = await site.post(administrator, '/settings/sign-in/second-step', {})

  expect((await (await signIn(other))('/account')).statusCode).toBe(200)
  expect([refused.statusCode, blank.statusCode]).toEqual([403, 422])
  expect(blank.body).toContain('Choose yes or no')
})

/** The worker's agency asks everybody for a second step. @returns its administrator. */
async function requireOf(worker: Actor): Promise<Actor> {
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'] })
  const answer = await site.post(administrator, '/settings/sign-in/second-step', { required: 'yes' })
  expect(answer.headers.location).toBe('/settings/sign-in?done')
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  return administrator
}

async function sendPassword(worker: Actor) {
  const email = await aPasswordOf(world, worker)
  return site.post(undefined, '/sign-in', { email, password: goodPassword })
}

/** Signs in by password. @returns what asks for pages in that session. */
async function signIn(worker: Actor) {
  const answer = await sendPassword(worker)
  const cookie = String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!
  return (url: string, { headers = {}, ...options }: Parameters<typeof site.get>[2] = {}) =>
    site.app.inject({ url, ...options, headers: { cookie, ...headers } })
}
