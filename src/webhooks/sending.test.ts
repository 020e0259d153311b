import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReceiver, aWebhook, isSignedBy, sendAll } from './builders.ts'

let world: World
let site: Site
let receiver: Awaited<ReturnType<typeof aReceiver>>
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
  receiver = await aReceiver()
})
afterEach(async () => {
  world.time.now = monday
  await world.inspect('update webhook set removed_at = now() where removed_at is null')
  await receiver.close()
})

const pass = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
async function aPrisonWithWebhook(): Promise<{
  worker: Actor
  administrator: Actor
  id: string
  own: string
  secret: string
}> {
  const worker = await world.aWorkerAt('Fernhall')
  const administrator = await world.aColleagueOf(worker, {
    roles: ['ADMINISTRATOR'],
    name: 'Ada Lund',
    may: ['administer the agency'],
  })
  const made = await aWebhook({ world, site }, { administrator, url: receiver.url, events: ['case.opened'] })
  return { worker, administrator, ...made }
}
/** Somebody who signs in now: a session does not outlive hours. */
const another = (administrator: Actor) =>
  world.aColleagueOf(administrator, { roles: ['ADMINISTRATOR'], may: ['administer the agency'] })
const idsOf = () => receiver.received.map(({ headers }) => headers['webhook-id'])

test('what does not arrive is tried again, later each time and under the same id, until it arrives', async () => {
  const { worker } = await aPrisonWithWebhook()
  await aCase(world, worker)
  receiver.answer.status = 503

  const tries = [await sendAll(world), await sendAll(world)]
  pass(1)
  tries.push(await sendAll(world))
  pass(4)
  tries.push(await sendAll(world)) // not yet: five minutes after the second
  pass(1)
  receiver.answer.status = 204
  tries.push(await sendAll(world), await sendAll(world))

  expect(tries).toEqual([0, 0, 0, 0, 1, 0])
  expect(receiver.received).toHaveLength(3)
  expect(new Set(idsOf()).size).toBe(1)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3)
})

test('a message is given up after nine tries, and can be sent again under its id', async () => {
  const { worker, administrator, own } = await aPrisonWithWebhook()
  await aCase(world, worker)
  receiver.answer.status = 500
  for (const minutes of [0, 1, 5, 30, 120, 300, 600, 840, 1440, 9000]) {
    pass(minutes)
    await sendAll(world)
  }
  const reader = await another(administrator)
  const page = await site.get(reader, own)

  receiver.answer.status = 200
  const again = await site.post(reader, /action="([^"]*\/again)"/.exec(page.body)![1]!, {})
  await sendAll(world)
  const after = await site.get(reader, own)

  expect(page.body).toContain('Given up')
  expect(page.body.match(/status 500/g)).toHaveLength(9)
  expect(again.headers.location).toBe(`${own}?done=again`)
  expect(receiver.received).toHaveLength(10)
  expect(new Set(idsOf()).size).toBe(1)
  expect(after.body).toContain('Delivered')
})

test('a redirect is not followed, and one receiver that is silent does not hold up another', async () => {
  const { worker } = await aPrisonWithWebhook()
  const silent = await aReceiver()
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'], may: ['administer the agency'] })
  await aWebhook({ world, site }, { administrator, url: silent.url, events: ['case.opened'] })
  await silent.close()
  await aCase(world, worker)
  await aCase(world, worker)
  receiver.answer.status = 302

  await sendAll(world)

  const tries =
    await world.inspect(`select status, trouble, count(*)::int from webhook_try y join webhook_message m on m.id = y.message_id
    join webhook w on w.id = m.webhook_id where w.removed_at is null group by 1, 2 order by 1`)
  expect(tries).toEqual([
    { status: 302, trouble: null, count: 2 },
    { status: null, trouble: 'NO_ANSWER', count: 1 }, // the second is left until somebody answers
  ])
})

test('for 24 hours after a new secret both sign, and then the new one alone', async () => {
  const { worker, administrator, own, secret: old } = await aPrisonWithWebhook()
  const renewed = await site.post(administrator, `${own}/secret`, {})
  const secret = /whsec_[\w+/=]+/.exec(renewed.body)![0]
  await aCase(world, worker)
  await sendAll(world)
  pass(24 * 60)
  await aCase(world, worker)
  await sendAll(world)

  const signedBy = receiver.received.map((each) => [isSignedBy(old, each), isSignedBy(secret, each)])

  expect(secret).not.toBe(old)
  expect(signedBy).toEqual([
    [true, true],
    [false, true],
  ])
})

test('a test event goes to the one webhook whose button was pressed', async () => {
  const { administrator, id, own } = await aPrisonWithWebhook()
  const other = await aReceiver()
  await aWebhook({ world, site }, { administrator, url: other.url, events: ['case.opened'] })

  const pressed = await site.post(administrator, `${own}/test`, {})
  await sendAll(world)

  await other.close()
  expect(pressed.headers.location).toBe(`${own}?done=tested`)
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([
    { type: 'webhook.tested', timestamp: '2026-03-02T09:30:00.000Z', data: { id, caseId: null } },
  ])
  expect(other.received).toEqual([])
})

test('a webhook ends with its token', async () => {
  const { worker, administrator } = await aPrisonWithWebhook()
  const list = (await site.get(administrator, '/settings/integrations')).body
  await aCase(world, worker)
  await site.post(administrator, /\/settings\/integrations\/[\w-]+\/end/.exec(list)![0], {})
  await aCase(world, worker)

  await sendAll(world)

  expect(receiver.received).toEqual([])
})

test('what was sent a month ago is forgotten', async () => {
  const { webhookJobs } = await import('./jobs.ts')
  const { systemFor } = await import('../platform/jobs.ts')
  const { worker, id } = await aPrisonWithWebhook()
  await aCase(world, worker)
  await sendAll(world)
  pass(31 * 24 * 60)
  await aCase(world, worker)

  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  await webhookJobs['forget-webhook-messages']!(
    { database: world.database, actor, actingFor: systemFor, log: undefined as never },
    {},
  )

  expect(await world.inspect('select ending from webhook_message where webhook_id = $1', [id])).toEqual([
    { ending: null },
  ])
})
