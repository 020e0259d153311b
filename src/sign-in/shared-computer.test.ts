import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from './builders.ts'
import { codeAt } from './second-step/one-time-codes.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})
beforeEach(() => {
  world.time.now = new Date('2026-03-02T09:30:00Z')
})

const later = (seconds: number) => {
  world.time.now = new Date(world.time.now.getTime() + seconds * 1000)
}
type Answer = Awaited<ReturnType<Site['get']>>
const cookiesOf = ({ headers }: Answer) =>
  [headers['set-cookie'] ?? []].flat().map((line) => String(line).split(';')[0]!)
const at = (cookie: string) => ({ headers: { cookie } })
const sayThatShared = async () => cookiesOf(await site.post(undefined, '/sign-in/computer', { computer: 'shared' }))[0]!
async function signInAt(computer: string) {
  const email = await aPasswordOf(world, await world.aWorkerAt('HMP Fernhall'))
  const answer = await site.post(undefined, '/sign-in', { email, password: goodPassword }, at(computer))
  return { email, cookie: cookiesOf(answer)[0]!, answer }
}

test('on a shared computer a session ends after 3 minutes without use, and every use prolongs it', async () => {
  const { cookie } = await signInAt(await sayThatShared())

  later(170)
  const used = await site.get(undefined, '/session/keep-alive', at(cookie))
  later(170)
  const usedAgain = await site.get(undefined, '/account/password', at(cookie))
  later(181)
  const tooLate = await site.get(undefined, '/account/password', at(cookie))

  expect([used.statusCode, usedAgain.statusCode, tooLate.statusCode]).toEqual([204, 200, 303])
})

test('the way to stop is on every page, and a page that nobody touches leaves by itself, also without JavaScript', async () => {
  const { cookie } = await signInAt(await sayThatShared())

  const { body } = await site.get(undefined, '/account/password', at(cookie))

  expect(body).toMatch(/tl-stays.*Stop and clear/s)
  expect(body).toContain('<noscript><meta http-equiv="refresh" content="180;url=/sign-in/over"/></noscript>')
  expect(body).toMatch(/data-session-ends-in="180"[^>]*data-session-then="click"/)
})

test('who stops, and who let the time pass, leaves nothing that the browser kept', async () => {
  const { cookie } = await signInAt(await sayThatShared())

  const over = await site.get(undefined, '/sign-in/over', at(cookie))
  const stopped = await site.post(undefined, '/sign-out', {}, at(cookie))

  expect(over.headers['clear-site-data']).toBe('"cache"')
  expect(cookiesOf(over)).toContain('session=')
  expect(over.body).toContain('nothing is left on this screen')
  expect(stopped.headers['clear-site-data']).toBe('"cache"')
  expect((await site.get(undefined, '/account/password', at(cookie))).statusCode).toBe(303)
})

test('the code from an app leads to a short session too', async () => {
  const computer = await sayThatShared()
  const worker = await world.aWorkerAt('HMP Fernhall')
  const email = await aPasswordOf(world, worker)
  await site.post(worker, '/account/second-step/preparation', {})
  const page = await site.get(worker, '/account/second-step')
  const secret = /<code class="tl-num">([A-Z2-7 ]+)</.exec(page.body)![1]!.replaceAll(' ', '')
  await site.post(worker, '/account/second-step/confirmation', { code: codeAt(secret, world.time.now) })
  later(60) // the code that turned it on is used
  const half = cookiesOf(await site.post(undefined, '/sign-in', { email, password: goodPassword }, at(computer)))[0]!

  const code = codeAt(secret, world.time.now)
  const passed = await site.post(undefined, '/sign-in/code', { code }, at(`${half}; ${computer}`))
  later(181)

  expect(passed.statusCode).toBe(303)
  const after = await site.get(undefined, '/account/password', at(cookiesOf(passed)[0]!))
  expect(after.statusCode).toBe(303)
})

test('a computer that is no longer shared gives long sessions again, and the one that has begun stays short', async () => {
  const computer = await sayThatShared()
  const { cookie } = await signInAt(computer)

  const freed = await site.post(undefined, '/sign-in/computer', { computer: 'own' }, at(computer))
  const long = await signInAt('')
  later(600)

  expect(cookiesOf(freed)).toEqual(['shared-computer='])
  const pages = await Promise.all(
    [cookie, long.cookie].map((each) => site.get(undefined, '/account/password', at(each))),
  )
  expect(pages.map(({ statusCode }) => statusCode)).toEqual([303, 200])
  expect(pages[1]!.body).not.toMatch(/Stop and clear|http-equiv="refresh"/)
})

test('the page of signing in says how it stands, and the audit that the computer was shared', async () => {
  const before = await site.get(undefined, '/sign-in')
  const computer = await sayThatShared()
  const after = await site.get(undefined, '/sign-in', at(computer))
  const worker = await world.aWorkerAt('HMP Fernhall')
  await site.post(
    undefined,
    '/sign-in',
    { email: await aPasswordOf(world, worker), password: goodPassword },
    at(computer),
  )

  expect(before.body).toContain('>This computer is shared<')
  expect(after.body).toContain('>This computer is no longer shared<')
  const [kept] = await world.inspect(`select details from audit where account_id = $1 and action = 'sign-in'`, [
    worker.userId,
  ])
  expect(kept).toEqual({ details: { with: 'password', shared: true } })
})
