import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf } from '../builders.ts'
import { codeAt } from './one-time-codes.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const password = 'a long walk by the river'

test('after the password a code is asked, and with the code of the app one is in', async () => {
  const { worker, secret } = await aWorkerWithSecondStep()

  const first = await signIn(worker)
  const half = cookieIn(first)
  const blank = await site.app.inject({ url: '/sign-in/code', headers: { cookie: half } })
  const answer = await sendCode(half, codeAt(secret, world.time.now))

  expect(first.headers.location).toBe('/sign-in/code')
  expect(String(first.headers['set-cookie'])).not.toContain('session=')
  expect(blank.body).toContain('Six digits from the app on your phone')
  expect([answer.statusCode, String(answer.headers['set-cookie'])]).toEqual([303, expect.stringContaining('session=')])
})

test('whoever goes back and asks for the secret again is shown the one that waits', async () => {
  const worker = await world.aWorkerAt('Twice')
  const ask = () => site.post(worker, '/account/second-step/preparation', {})

  const answers = [await ask(), await ask()]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303])
})

test('a code that was used never works again, nor any before it', async () => {
  const { worker, secret } = await aWorkerWithSecondStep()
  const code = codeAt(secret, world.time.now)
  const earlier = codeAt(secret, new Date(world.time.now.getTime() - 30_000))
  await sendCode(cookieIn(await signIn(worker)), code)

  const half = cookieIn(await signIn(worker))
  const again = await sendCode(half, code)
  const before = await sendCode(half, earlier)
  later(60)
  const next = await sendCode(half, codeAt(secret, world.time.now))

  expect([again.statusCode, before.statusCode, next.statusCode]).toEqual([422, 422, 303])
  expect(again.body).toContain('This code is not right, or was used')
})

test('of two that send the same code at the same moment one gets in', async () => {
  const { worker, secret } = await aWorkerWithSecondStep()
  const [one, two] = [cookieIn(await signIn(worker)), cookieIn(await signIn(worker))]
  const code = codeAt(secret, world.time.now)

  const answers = await Promise.all([sendCode(one, code), sendCode(two, code)])

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
})

test('a code on paper lets in once, however it is written', async () => {
  const { worker, paper } = await aWorkerWithSecondStep()
  const typed = paper[3]!.toUpperCase().replace('-', ' ')

  const first = await sendCode(cookieIn(await signIn(worker)), typed)
  const second = await sendCode(cookieIn(await signIn(worker)), typed)

  expect(paper).toHaveLength(10)
  expect([first.statusCode, second.statusCode]).toEqual([303, 422])
})

test('after ten codes that are not right it stops for 15 minutes, and it is in the audit', async () => {
  const { worker, secret } = await aWorkerWithSecondStep()
  const half = cookieIn(await signIn(worker))
  for (let turn = 0; turn < 10; turn += 1) await sendCode(half, '000000')

  const stopped = await sendCode(half, codeAt(secret, world.time.now))

  expect(stopped.statusCode).toBe(429)
  const denied = await world.inspect(`select from audit where account_id = $1 and outcome = 'denied'`, [worker.userId])
  expect(denied).toHaveLength(11)
})

test('ten minutes after the password the code comes too late, and a half sign-in opens no page', async () => {
  const { worker, secret } = await aWorkerWithSecondStep()
  const half = cookieIn(await signIn(worker))

  const page = await site.app.inject({ url: '/account', headers: { cookie: half } })
  later(601)
  const answer = await sendCode(half, codeAt(secret, world.time.now))

  expect(page.headers.location).toMatch(/^\/sign-in/)
  expect([answer.statusCode, answer.body.includes('longer than ten minutes')]).toEqual([422, true])
})

test('turning it off asks for the password, and an administrator turns it off for who lost everything', async () => {
  const { worker } = await aWorkerWithSecondStep()
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'] })
  const stranger = await world.aWorkerAt('Police', { roles: ['ADMINISTRATOR'] })

  const wrong = await site.post(worker, '/account/second-step/off', { password: 'something else' })
  const smuggled = world.database.change(stranger, async ({ db, record }) => {
    await sql`select forget_second_step(${worker.userId})`.execute(db)
    record({ name: 'test.done', subjectId: worker.userId, fieldGroup: 'administration' })
  })
  await expect(smuggled).rejects.toThrow(/not for this account/)
  const done = await site.post(administrator, `/settings/users/${worker.userId}/second-step-off`, { version: '1' })

  expect([wrong.statusCode, done.statusCode]).toEqual([422, 303])
  expect(String((await signIn(worker)).headers['set-cookie'])).toContain('session=')
})

async function aWorkerWithSecondStep(): Promise<{ worker: Actor; secret: string; paper: string[] }> {
  const worker = await world.aWorkerAt('Prison')
  await aPasswordOf(world, worker, password)
  await site.post(worker, '/account/second-step/preparation', {})
  const page = await site.get(worker, '/account/second-step')
  const secret = /<code class="tl-num">([A-Z2-7 ]+)</.exec(page.body)![1]!.replaceAll(' ', '')
  const code = codeAt(secret, world.time.now)
  const on = await site.post(worker, '/account/second-step/confirmation', { code })
  later(60) // the code that turned it on is used
  return { worker, secret, paper: [...on.body.matchAll(/<code>([a-z0-9-]+)</g)].map(([, each]) => each!) }
}

const later = (seconds: number) => {
  world.time.now = new Date(world.time.now.getTime() + seconds * 1_000)
}

async function signIn({ userId }: Actor) {
  const [{ email }] = (await world.inspect<{ email: string }>('select email from account where id = $1', [userId])) as [
    { email: string },
  ]
  return site.post(undefined, '/sign-in', { email, password })
}

const cookieIn = ({ headers }: { headers: Record<string, unknown> }) =>
  String([headers['set-cookie']].flat().find((each) => String(each).startsWith('half-sign-in='))).split(';')[0]!

const sendCode = (cookie: string, code: string) =>
  site.post(undefined, '/sign-in/code', { code }, { headers: { cookie } })
