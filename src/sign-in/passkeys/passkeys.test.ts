import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../platform/database.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { aPasswordOf } from '../builders.ts'
import { passkeysOn } from './builders.ts'
import { aDevice, aNamedPlace, type Odd } from './device-builders.ts'
import { renamePasskey } from './keep-passkeys.ts'

let world: World
let site: Site
let browser: ReturnType<typeof passkeysOn>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  site.app.site.publicUrl = aNamedPlace
  browser = passkeysOn(world, site)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(() => world.inspect('delete from sign_in_attempt'))

test('a passkey that was added signs in without a user name or a password, and counts as both steps', async () => {
  const { worker, device } = await browser.aWorkerWithPasskey()

  const answer = await browser.signIn(device)
  const page = await site.get(undefined, '/account/passkeys', { headers: { cookie: sessionIn(answer)! } })

  expect([answer.statusCode, page.statusCode]).toEqual([303, 200])
  expect(page.body).toContain('Work phone')
  const audited = await world.inspect(
    `select details from audit where account_id = $1 and action = 'sign-in' and outcome = 'done'`,
    [worker.userId],
  )
  expect(audited).toEqual([{ details: { with: 'passkey' } }])
})

test('a challenge is good once, for five minutes, in the browser that asked for it', async () => {
  const { device } = await browser.aWorkerWithPasskey()

  const first = await browser.ask()
  const said = device.sign(first.challenge)
  const right = await browser.answerWith(first.cookie, said)
  const again = await browser.answerWith(first.cookie, said)
  const other = await browser.ask()
  const elsewhere = await browser.answerWith((await browser.ask()).cookie, device.sign(other.challenge))
  const slow = await browser.ask()
  await later(301)
  const late = await browser.answerWith(slow.cookie, device.sign(slow.challenge))

  expect([right, again, elsewhere, late].map(({ statusCode }) => statusCode)).toEqual([303, 422, 422, 422])
  expect(again.body).toContain('You could not be signed in with a passkey')
})

const wrong: [string, Odd][] = [
  ['on a false site', { origin: 'https://throughline.example.evil.example' }],
  ['for another name', { domain: 'evil.example' }],
  ['without finger, face or PIN', { isUnverified: true }],
  ['in the name of somebody else', { userId: '00000000-0000-4000-8000-000000000000' }],
]
test.each(wrong)('a passkey that answers %s does not sign in, and it is in the audit', async (_, odd) => {
  const { worker, device } = await browser.aWorkerWithPasskey()

  const answer = await browser.signIn(device, odd)

  expect([answer.statusCode, sessionIn(answer)]).toEqual([422, undefined])
  expect(await deniedOf(worker)).toEqual(['passkey not right'])
})

test('a passkey whose counter falls back was copied: it is refused, and said loudly', async () => {
  const { worker, device } = await browser.aWorkerWithPasskey()
  await browser.signIn(device, { counter: 7 })

  const copied = await browser.signIn(device, { counter: 7 })
  const next = await browser.signIn(device, { counter: 8 })

  expect([copied.statusCode, next.statusCode]).toEqual([422, 303])
  expect(await deniedOf(worker)).toEqual(['passkey counter fell back'])
  const events = await world.inspect(`select from event where name = 'passkey.counter-fell-back' and actor_id = $1`, [
    worker.userId,
  ])
  expect(events).toHaveLength(1)
})

test('the passkey of a disabled account, or one that was removed, opens nothing', async () => {
  const { worker, device } = await browser.aWorkerWithPasskey()
  const { worker: other, device: removed } = await browser.aWorkerWithPasskey()
  await world.inspect('update account set disabled_at = now() where id = $1', [worker.userId])
  const page = await site.get(other, '/account/passkeys')
  await site.post(other, /\/account\/passkeys\/[\w-]+\/removal/.exec(page.body)![0], {})

  expect((await browser.signIn(device)).statusCode).toBe(422)
  expect((await browser.signIn(removed)).statusCode).toBe(422)
  expect(await deniedOf(worker)).toEqual(['passkey of a disabled account'])
})

test('a passkey is added only where the person themself was asked, and only soon after they proved who they are', async () => {
  const worker = await world.aWorkerAt('Prison')
  await aPasswordOf(world, worker)

  const unverified = await browser.add(worker, aDevice(), { isUnverified: true })
  const nameless = await browser.add(worker, aDevice(), {}, ' ')
  await later(601)
  const late = await browser.add(worker, aDevice())

  expect([unverified, nameless, late].map(({ statusCode }) => statusCode)).toEqual([422, 422, 403])
  expect(nameless.body).toContain('Enter a name for the passkey')
  expect((await site.get(worker, '/account/passkeys')).body).toContain('You have no passkey yet')
})

test('a passkey proves again who one is, and that of a colleague does not', async () => {
  const { worker, device } = await browser.aWorkerWithPasskey()
  const { device: others } = await browser.aWorkerWithPasskey()
  await later(601)

  const asked = await site.get(worker, '/releases.csv')
  const wrong = await browser.prove(worker, others)
  const right = await browser.prove(worker, device)

  expect(asked.body).toContain('data-passkey="/session/proof/challenge"')
  expect([asked, wrong, right].map(({ statusCode }) => statusCode)).toEqual([403, 403, 303])
  expect((await site.get(worker, '/releases.csv')).statusCode).toBe(200)
})

test('a passkey is called by another name, by whom it belongs to alone', async () => {
  const { worker } = await browser.aWorkerWithPasskey()
  const stranger = await world.aWorkerAt('Police')
  const [{ id }] = (await world.inspect<{ id: string }>('select id from passkey where account_id = $1', [
    worker.userId,
  ])) as [{ id: string }]
  const path = `/account/passkeys/${id}/name`

  const blank = await site.post(worker, path, { name: ' ' })
  const renamed = await site.post(worker, path, { name: 'Key on my ring' })
  const others = [await site.get(stranger, path), await site.post(stranger, path, { name: 'Mine now' })]
  const smuggled = world.database.change(stranger, (change) => renamePasskey(change, id, 'Mine now'))
  await expect(smuggled).rejects.toThrow('passkey.not-found')

  expect([blank, renamed, ...others].map(({ statusCode }) => statusCode)).toEqual([422, 303, 404, 404])
  expect(blank.body).toContain('Enter a name for the passkey')
  expect((await site.get(worker, '/account/passkeys')).body).toContain('Key on my ring')
})

test('one cannot remove the passkey of another, nor smuggle in one for them', async () => {
  const { worker } = await browser.aWorkerWithPasskey()
  const stranger = await world.aWorkerAt('Police')
  const [{ id }] = (await world.inspect<{ id: string }>('select id from passkey where account_id = $1', [
    worker.userId,
  ])) as [{ id: string }]

  const removal = await site.post(stranger, `/account/passkeys/${id}/removal`, {})
  const read = world.database.read(stranger, ({ db }) => sql`select public_key from passkey`.execute(db))
  const swept = world.database.read(stranger, ({ db }) => sql`select forget_passkeys(${worker.userId})`.execute(db))

  expect(removal.statusCode).toBe(404)
  await expect(read).rejects.toThrow(/permission denied/)
  await expect(swept).rejects.toThrow(/not for this account/)
})

test('where the site has no name, passkeys are not offered and the password stays', async () => {
  site.app.site.publicUrl = 'http://127.0.0.1:3000'

  const page = await site.get(undefined, '/sign-in')
  const asked = await site.post(undefined, '/sign-in/passkey/challenge', {})
  site.app.site.publicUrl = aNamedPlace
  const named = await site.get(undefined, '/sign-in')

  expect([page.body.includes('data-passkey'), named.body.includes('data-passkey')]).toEqual([false, true])
  expect([page.body.includes('name="password"'), asked.statusCode]).toEqual([true, 404])
})

const sessionIn = ({ headers }: { headers: Record<string, unknown> }) =>
  [headers['set-cookie']].flat().map((each) => /^session=[^;]+/.exec(String(each))?.[0])[0]

/** Why this account was not let in. */
const deniedOf = async ({ userId }: Actor) =>
  (
    await world.inspect<{ why: string }>(
      `select details->>'why' as why from audit where account_id = $1 and outcome = 'denied' order by id`,
      [userId],
    )
  ).map(({ why }) => why)

/** Time passes, and sessions are kept awake through it. */
async function later(seconds: number): Promise<void> {
  world.time.now = new Date(world.time.now.getTime() + seconds * 1_000)
  await world.inspect('update session set seen_at = $1', [world.time.now])
}
