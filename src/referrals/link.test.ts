import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aServiceWithoutAccount } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { sent } from './builders.ts'
import { getReferral, type Referral } from './queries/referrals.ts'

let world: World
let site: Site
let prison: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  await world.inspect('delete from mail')
  await world.inspect('delete from sign_in_attempt')
})

/** A referral to a small provider, and the path of the link that it got by mail. */
async function asked(): Promise<{ referral: Referral; path: string }> {
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  const { id: needId } = await aNeed(world, prison, caseId, { words: 'A bed on the first night' })
  const serviceId = await aServiceWithoutAccount(world, coordinator)
  const referral = await sent(world, prison, { needId, serviceId, why: 'You have a bed on Wednesday.' })
  const [mail] = await world.inspect<{ body: string }>(`select body from mail where to_address = 'small@example.org'`)
  return { referral, path: /\/answer\/[\w-]+/.exec(mail!.body)![0] }
}
const at = ({ id }: Referral) => world.database.read(prison, (reading) => getReferral(reading, id))

test('the link shows the least: initials, pathway, why and dates, and no name, number or date of birth', async () => {
  const { path } = await asked()

  const page = await site.get(undefined, path)

  expect(page.statusCode).toBe(200)
  for (const shown of ['DO', 'You have a bed on Wednesday.', 'Amira Khan', 'HMP Fernhall'])
    expect(page.body).toContain(shown)
  for (const hidden of ['Danny', 'Okafor', 'A9914DK', '1990']) expect(page.body).not.toContain(hidden)
})

test('that a link was opened is in the audit, by its channel', async () => {
  const { referral, path } = await asked()

  await site.get(undefined, path)

  const audit = await world.inspect(
    `select action, channel, case_ids, account_id from audit where channel = 'link' and details->>'referralId' = $1`,
    [referral.id],
  )
  expect(audit).toEqual([{ action: 'disclose', channel: 'link', case_ids: [referral.caseId], account_id: null }])
})

test('a provider without an account says yes by the link, with their name, and the sender is told', async () => {
  const { referral, path } = await asked()
  const given = {
    answer: 'yes',
    name: 'Jo of Mill Lane',
    'startsOn-day': '9',
    'startsOn-month': '3',
    'startsOn-year': '2026',
  }

  const answer = await site.post(undefined, path, given)

  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/answer/thanks'])
  expect(await at(referral)).toMatchObject({
    status: 'ACCEPTED',
    decidedByName: 'Jo of Mill Lane',
    startsOn: '2026-03-09',
  })
  const [alert] = await world.inspect('select name from alert where account_id = $1', [prison.userId])
  expect(alert).toEqual({ name: 'referral.accepted' })
  const [event] = await world.inspect(`select name from event where subject_id = $1 and name = 'referral.accepted'`, [
    referral.id,
  ])
  expect(event).toBeDefined()
})

test('a no needs a reason, and keeps what was typed', async () => {
  const { referral, path } = await asked()

  const problem = await site.post(undefined, path, { answer: 'no', name: 'Jo', words: 'Full until May' })
  await site.post(undefined, path, { answer: 'no', name: 'Jo', reason: 'NO_ROOM', words: 'Full until May' })

  expect(problem.statusCode).toBe(422)
  expect(problem.body).toContain('Full until May')
  expect(await at(referral)).toMatchObject({
    status: 'DECLINED',
    declineReason: 'NO_ROOM',
    declineWords: 'Full until May',
  })
})

test('an answer that came too late by a link is shown with all that was typed', async () => {
  const { path } = await asked()
  await site.post(undefined, path, { answer: 'yes', name: 'Jo' })

  const late = await site.post(undefined, path, {
    answer: 'no',
    name: 'Jo',
    reason: 'NO_ROOM',
    words: 'Full until May',
  })

  expect(late.statusCode).toBe(410)
  expect(late.body).toContain('Full until May')
})

test('a link is used once, also when two answers come at the same moment', async () => {
  const { referral, path } = await asked()

  const both = await Promise.all([
    site.post(undefined, path, { answer: 'yes', name: 'Jo' }),
    site.post(undefined, path, { answer: 'no', reason: 'NO_ROOM', name: 'Jo' }),
  ])
  const later = await site.get(undefined, path)

  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410])
  expect(later.statusCode).toBe(410)
  expect(later.body).toContain('used already')
  expect((await at(referral)).version).toBe(2)
})

test('a link lives 8 days', async () => {
  const { path } = await asked()
  const begun = world.time.now

  world.time.now = new Date(begun.getTime() + 7.9 * 86_400_000)
  const before = await site.get(undefined, path)
  world.time.now = new Date(begun.getTime() + 8 * 86_400_000)
  const after = await site.get(undefined, path)
  world.time.now = begun

  expect([before.statusCode, after.statusCode]).toEqual([200, 410])
  expect(after.body).toContain('too old')
})

test('a made-up link finds nothing, and who tries many is stopped', async () => {
  const statuses: number[] = []

  for (let tries = 0; tries < 32; tries++)
    statuses.push((await site.get(undefined, `/answer/made-up-${tries}`)).statusCode)

  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404))
  expect(statuses.at(-1)).toBe(429)
})

test('only the hash of a link is kept', async () => {
  const { path } = await asked()
  const token = path.split('/').at(-1)!

  const [found] = await world.inspect(`select 1 from referral_link where token_hash = sha256(convert_to($1, 'UTF8'))`, [
    token,
  ])
  const [plain] = await world.inspect("select 1 from referral_link where token_hash = convert_to($1, 'UTF8')", [token])

  expect([found, plain]).toEqual([expect.anything(), undefined])
})

test('the sender speaks for a provider without an account: answers by phone, start and end', async () => {
  const { referral } = await asked()

  const yes = await site.post(prison, `/referrals/${referral.id}/answer`, {
    version: '1',
    answer: 'yes',
    workerName: 'Jo',
  })
  await site.post(prison, `/referrals/${referral.id}/start`, { version: '2' })
  await site.post(prison, `/referrals/${referral.id}/end`, { version: '3', kind: 'COMPLETED', 'result-0': 'ACHIEVED' })

  expect(yes.statusCode).toBe(303)
  expect(await at(referral)).toMatchObject({ status: 'COMPLETED' })
})
