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

test('the right password opens a session, in a cookie that scripts and other sites cannot use', async () => {
  const worker = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, worker)

  const answer = await signIn(email.toUpperCase())

  expect(answer.statusCode).toBe(303)
  expect(answer.headers['set-cookie']).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect((await as(cookieOf(answer), '/account/password')).statusCode).toBe(200)
  expect(
    await world.inspect(`select from event where name = 'session.opened' and actor_id = $1`, [worker.userId]),
  ).toHaveLength(1)
})

test('behind https the cookie is bound to this host', async () => {
  const worker = await world.aWorkerAt('Prison')
  const email = await aPasswordOf(world, worker)
  site.app.site.isSecure = true

  const answer = await signIn(email)

  site.app.site.isSecure = false
  expect(answer.headers['set-cookie']).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('a wrong password and an address that nobody has get the same page, with the address kept', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))

  const wrong = await signIn(email, 'not the password')
  const nobody = await signIn('nobody@example.org', 'not the password')

  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain(`value="${email}"`)
  expect(wrong.body).toContain('The email address or the password is not right')
  expect(wrong.body.replaceAll(email, '')).toBe(nobody.body.replaceAll('nobody@example.org', ''))
})

test('who is no worker finds their own door from here: the person and the family', async () => {
  const { body } = await site.get(undefined, '/sign-in')

  for (const door of ['/me', '/family', '/results']) {
    expect(body).toContain(`href="${door}"`)
    expect((await site.get(undefined, door)).statusCode).toBe(200)
  }
})

test('what was left out is asked for beside its field, in three languages', async () => {
  const titles = {
    en: 'You could not be signed in',
    it: 'Non è stato possibile accedere',
    nl: 'Inloggen is niet gelukt',
  }

  for (const [locale, title] of Object.entries(titles)) {
    const headers = { 'accept-language': locale }
    const answer = await site.post(undefined, '/sign-in', { email: '', password: '' }, { headers })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(title)
    expect(answer.body).toContain('id="email-error"')
    expect(answer.body).toContain('id="password-error"')
  }
})

test('after ten tries sign-in stops for 15 minutes, even with the right password, and says so', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  for (let count = 0; count < 9; count++) await signIn(email, 'wrong')

  const tenth = await signIn(email, 'wrong')
  const stopped = await signIn(email)
  later(16)
  const again = await signIn(email)

  expect(tenth.body).toContain('You have 0 tries left')
  expect(stopped.statusCode).toBe(429)
  expect(stopped.body).toContain('Sign-in is stopped for 15 minutes')
  expect(again.statusCode).toBe(303)
})

test('letters that look alike to one side only are not another set of tries', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  await world.inspect(`update account set email = 'sid@example.org' where email = $1`, [email])

  expect((await signIn('SID@example.org')).statusCode).toBe(303)
  expect((await signIn('sİd@example.org')).statusCode).toBe(422)
})

test('many accounts tried from one place are stopped too', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  await world.inspect(`insert into sign_in_attempt select 'address 127.0.0.1', $1 from generate_series(1, 50)`, [
    monday,
  ])

  const answer = await signIn(email)

  expect(answer.statusCode).toBe(429)
})

test('sign-in leads back to the page that was asked for, and never to another site', async () => {
  const email = await aPasswordOf(world, await world.aWorkerAt('Prison'))
  const leadsTo = async (back: string) => (await signIn(email, goodPassword, { back })).headers.location

  expect(await leadsTo('/people?after=3')).toBe('/people?after=3')
  for (const elsewhere of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'people',
  ]) {
    expect(await leadsTo(elsewhere)).toBe('/sign-in')
  }
})
