import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../builders.ts'
import { providersOn } from './builders.ts'

let world: World
let site: Site
let through: ReturnType<typeof providersOn>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  through = providersOn(world, site)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(() => world.inspect('delete from sign_in_attempt'))

test('a worker comes in through their agency: first by the address that it verified, then by who they are there', async () => {
  const agency = await through.anAgencyWithProvider()
  const { worker, person } = await through.aWorkerOf(agency)

  const first = await through.comeIn(agency, person)
  const renamed = await through.comeIn(agency, { ...person, email: 'married@agency.example' })

  const page = await site.get(undefined, '/account/sessions', { headers: { cookie: sessionIn(renamed)! } })
  expect([first.statusCode, renamed.statusCode, page.statusCode]).toEqual([303, 303, 200])
  const audited = await world.inspect(
    `select details, outcome from audit where account_id = $1 and action = 'sign-in' order by id`,
    [worker.userId],
  )
  expect(audited).toEqual([
    { details: { with: 'agency' }, outcome: 'done' },
    { details: { with: 'agency' }, outcome: 'done' },
  ])
  await agency.close()
})

test('nobody comes in by an address that is not verified, of another domain, or of another agency', async () => {
  const agency = await through.anAgencyWithProvider()
  const { person } = await through.aWorkerOf(agency)
  const stranger = await world.aWorkerAt('Police')
  await world.inspect('update account set email = $1 where id = $2', ['inspector@agency.example', stranger.userId])
  const { worker: outside } = await through.aWorkerOf(agency)
  await world.inspect('update account set email = $1 where id = $2', ['outside@elsewhere.example', outside.userId])

  const answers = [
    await through.comeIn(agency, { ...person, isVerified: false }),
    await through.comeIn(agency, { sub: 'inspector', email: 'inspector@agency.example' }),
    await through.comeIn(agency, { sub: 'outside', email: 'outside@elsewhere.example' }),
    await through.comeIn(agency, { sub: 'nobody', email: 'nobody@agency.example' }),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
  expect(answers.every((answer) => sessionIn(answer) === undefined)).toBe(true)
  expect(answers[3]!.body).toContain('knows you, but you have no account here')
  expect(await world.inspect(`select from account where email = 'nobody@agency.example'`)).toEqual([])
  await agency.close()
})

test('who is disabled stays out, and so does whom a coordinator alone appoints', async () => {
  const agency = await through.anAgencyWithProvider()
  const { worker, person } = await through.aWorkerOf(agency)
  const { person: auditor } = await through.aWorkerOf(agency, ['AUDITOR'])
  await through.comeIn(agency, person)
  await world.inspect('update account set disabled_at = now() where id = $1', [worker.userId])

  const answers = [await through.comeIn(agency, person), await through.comeIn(agency, auditor)]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  await agency.close()
})

test('somebody else there cannot take over an account that is linked, though the address is theirs now', async () => {
  const agency = await through.anAgencyWithProvider()
  const { person } = await through.aWorkerOf(agency)
  await through.comeIn(agency, person)

  const successor = await through.comeIn(agency, { sub: 'somebody else', email: person.email })

  expect(successor.statusCode).toBe(403)
  await agency.close()
})

test('what comes back is good once, in the browser that went, and with the state that it went with', async () => {
  const agency = await through.anAgencyWithProvider()
  const { person } = await through.aWorkerOf(agency)
  const { cookie, url } = await through.goAndComeBack(agency, person)
  const other = await through.goAndComeBack(agency, person)

  const elsewhere = await site.get(undefined, url)
  const mixed = await site.get(undefined, url, { headers: { cookie: other.cookie } })
  const right = await site.get(undefined, url, { headers: { cookie } })
  const again = await site.get(undefined, url, { headers: { cookie } })

  expect([elsewhere, mixed, right, again].map(({ statusCode }) => statusCode)).toEqual([403, 403, 303, 403])
  await agency.close()
})

test('when the agency signs somebody out there, they are out here, and the word for it counts once', async () => {
  const agency = await through.anAgencyWithProvider()
  const { worker, person } = await through.aWorkerOf(agency)
  const cookie = sessionIn(await through.comeIn(agency, person))!
  const [{ sid }] = (await world.inspect<{ sid: string }>(
    'select provider_sid as sid from session where account_id = $1',
    [worker.userId],
  )) as [{ sid: string }]
  const before = await site.get(undefined, '/account', { headers: { cookie } })
  const token = await agency.logoutTokenFor(person.sub, sid)
  const send = (logout_token: string) =>
    site.post(undefined, `/sign-in/agency/${agency.id}/signed-out`, { logout_token })

  const forged = await send(`${token.slice(0, -6)}AAAAAA`)
  const still = await site.get(undefined, '/account', { headers: { cookie } })
  const done = await send(token)
  const replayed = await send(token)

  const after = await site.get(undefined, '/account', { headers: { cookie } })
  expect([before, still, after].map(({ statusCode }) => statusCode)).toEqual([200, 200, 303])
  expect([forged, done, replayed].map(({ statusCode }) => statusCode)).toEqual([400, 200, 400])
  await agency.close()
})

test('a provider that is down says so in clear words, and the password goes on working until the agency turns it off', async () => {
  const agency = await through.anAgencyWithProvider()
  const { worker, person } = await through.aWorkerOf(agency)
  await agency.close()

  const down = await site.get(undefined, `/sign-in/agency/${agency.id}`)
  const byPassword = await site.post(undefined, '/sign-in', { email: person.email, password: goodPassword })
  await world.inspect('update agency_sign_in set is_password_off = true where agency_id = $1', [worker.agencyId])
  const off = await site.post(undefined, '/sign-in', { email: person.email, password: goodPassword })
  const administrator = await aPasswordOf(world, agency.administrator)
  const keeper = await site.post(undefined, '/sign-in', { email: administrator, password: goodPassword })

  expect(down.statusCode).toBe(503)
  expect(down.body).toContain('does not answer now. That is not your doing')
  expect([byPassword, off, keeper].map(({ statusCode }) => statusCode)).toEqual([303, 422, 303])
  expect(off.body).toContain('Your agency has its workers sign in with their account there')
})

test('somebody without a password proves through their agency that it is still they', async () => {
  const agency = await through.anAgencyWithProvider()
  const { person } = await through.aWorkerOf(agency)
  const { person: colleague } = await through.aWorkerOf(agency)
  const cookie = sessionIn(await through.comeIn(agency, person))!
  world.time.now = new Date(world.time.now.getTime() + 11 * 60_000)
  await world.inspect('update session set seen_at = $1', [world.time.now])
  const ask = () => site.get(undefined, '/releases.csv', { headers: { cookie } })

  const asked = await ask()
  const link = /href="(\/sign-in\/agency\/[^"]+)"/.exec(asked.body)![1]!.replaceAll('&amp;', '&')
  const anothers = await through.goAndComeBack(agency, colleague, link, cookie)
  const refused = await site.get(undefined, anothers.url, { headers: { cookie: anothers.cookie } })
  const still = await ask()
  const own = await through.goAndComeBack(agency, person, link, cookie)
  const proved = await site.get(undefined, own.url, { headers: { cookie: own.cookie } })

  expect([asked, refused, still, proved, await ask()].map(({ statusCode }) => statusCode)).toEqual([
    403, 403, 403, 200, 200,
  ])
  expect(proved.body).toContain('href="/releases.csv"')
  await agency.close()
})

const sessionIn = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie']].flat().map((each) => /^session=[^;]+/.exec(String(each))?.[0])[0]
