import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReceiver, aWebhook, sendAll } from './builders.ts'

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
const mails = (host: string) =>
  world.inspect<{ to_address: string; body: string }>(`select to_address, body from mail where subject like $1`, [
    `%${host}%`,
  ])

test('where nothing arrives for twelve hours the webhook is switched off and its keepers are mailed, no case named', async () => {
  const { worker, administrator, id, own } = await aPrisonWithWebhook()
  receiver.answer.status = 500
  const { id: caseId } = await aCase(world, worker, { familyName: 'Canaryfield' })
  for (let hour = 0; hour <= 12; hour += 1) {
    if (hour > 0) await aCase(world, worker)
    await sendAll(world)
    pass(60)
  }
  const sentBefore = receiver.received.length
  await aCase(world, worker)
  await sendAll(world)
  const reader = await another(administrator)
  const page = await site.get(reader, own)
  const told = await mails(new URL(receiver.url).host)

  const on = await site.post(reader, `${own}/on`, {})
  receiver.answer.status = 200
  await aCase(world, worker)
  await sendAll(world)

  const [state] = await world.inspect<{ off_because: string | null; failures: number }>(
    'select off_because, failures from webhook where id = $1',
    [id],
  )
  expect(page.body).toContain('for 12 hours nothing arrived')
  expect(told).toHaveLength(1)
  expect(told[0]!.body).toContain('Ada Lund')
  expect(told[0]!.body).not.toMatch(new RegExp(`Canaryfield|${caseId}`))
  expect(on.headers.location).toBe(`${own}?done=on`)
  expect(receiver.received.length).toBeGreaterThan(sentBefore)
  expect(state).toEqual({ off_because: null, failures: 0 })
})

test('a receiver that says it is gone is asked no more', async () => {
  const { worker, administrator, own } = await aPrisonWithWebhook()
  receiver.answer.status = 410
  await aCase(world, worker)
  await sendAll(world)
  await aCase(world, worker)
  pass(60)

  await sendAll(world)

  const page = await site.get(await another(administrator), own)
  expect(receiver.received).toHaveLength(1)
  expect(page.body).toContain('the system said that it wants no more')
})
