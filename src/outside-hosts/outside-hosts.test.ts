import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { askOutside } from '../platform/outside.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aWebhook, sendAll } from '../webhooks/builders.ts'
import { hostsPermittedBy } from './index.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { roles: ['COORDINATOR'], name: 'Cora Bell' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const list = '/settings/outside-hosts'
const reason = 'Wexley Housing asked for it, for their case system.'
const add = (host: string, why = reason) => site.post(coordinator, list, { formId: newId(), host, reason: why })
const removalOf = async (host: string) => {
  const [found] = await world.inspect<{ id: string }>('select id from outside_host where host = $1', [host])
  return `${list}/${found!.id}/removal`
}
const anAdministratorAt = (agency: string) =>
  world.aWorkerAt(agency, { roles: ['ADMINISTRATOR'], name: 'Ada Lund', may: ['administer the agency'] })

test('a host is asked once a coordinator added it, and no more once it is taken off; the list says who and why', async () => {
  const isPermitted = hostsPermittedBy(world.database)
  const states = [await isPermitted('one.agency.example')]

  const added = await add(' https://One.agency.example/ ')
  states.push(await isPermitted('one.agency.example'), await isPermitted('agency.example'))
  const shown = await site.get(coordinator, list)
  const removed = await site.post(coordinator, await removalOf('one.agency.example'), { formId: newId() })
  states.push(await isPermitted('one.agency.example'))
  const events = await world.inspect(
    `select name, actor_id, details from event where name like 'outside-host.%' order by id`,
  )

  expect(added.headers.location).toBe(`${list}?done=added`)
  expect(states).toEqual([false, true, false, false])
  for (const said of ['one.agency.example', reason, 'Cora Bell']) expect(shown.body).toContain(said)
  expect(removed.headers.location).toBe(`${list}?done=removed`)
  expect(events).toEqual(
    ['outside-host.added', 'outside-host.removed'].map((name) => ({
      ...{ name, actor_id: coordinator.userId, details: { host: 'one.agency.example' } },
    })),
  )
})

test('what is no host, a host twice and a reason that says nothing are told beside their fields', async () => {
  await add('two.agency.example')

  const answers = [await add('*.agency.example'), await add('agency'), await add('a.example/path')]
  const twice = await add('two.agency.example')
  const short = await add('three.agency.example', 'please')

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422])
  for (const { body } of answers) expect(body).toContain('Enter the name of a host')
  expect([twice.statusCode, twice.body.includes('This host is on the list already')]).toEqual([422, true])
  expect([short.statusCode, short.body.includes('>please<')]).toEqual([422, true])
})

test('an agency cannot send to, or sign in through, a host that is not on the list', async () => {
  const administrator = await anAdministratorAt('Charity')
  const provider = {
    issuer: 'https://login.agency.example',
    clientId: 'throughline',
    clientSecret: 'a secret',
    emailDomains: 'agency.example',
  }

  const signIn = await site.post(administrator, '/settings/sign-in/provider', provider)

  expect(signIn.statusCode).toBe(422)
  expect(signIn.body).toContain('This server may not ask the provider')
})

test('a host taken off the list is closed for the webhooks that are there', async () => {
  const administrator = await anAdministratorAt('Charity')
  await add('cases.charity.example')
  const webhook = await aWebhook(
    { world, site },
    { administrator, url: 'https://cases.charity.example/events', events: ['case.opened'] },
  )
  await site.post(coordinator, await removalOf('cases.charity.example'), { formId: newId() })
  await site.post(administrator, `${webhook.own}/test`, {})

  await sendAll(world)

  const log = await site.get(administrator, webhook.own)
  const leaves = await site.get(coordinator, list)
  expect(log.body).toContain('not sent, the host is not on the list')
  expect(leaves.body).toMatch(/cases\.charity\.example[\s\S]*Not on the list: closed[\s\S]*Webhook:[\s\S]*Charity/)
})

test('the coordinator alone keeps the list and reads what leaves, by page or by smuggled SQL', async () => {
  const administrator = await anAdministratorAt('Charity')

  const pages = [
    await site.get(administrator, list),
    await site.post(administrator, list, { host: 'x.example', reason }),
  ]
  const smuggled = world.database.change(administrator, async ({ db, actor, now, record }) => {
    const row = { host: 'evil.example', reason, added_by: actor.userId, added_at: now }
    await db.insertInto('outside_host').values(row).execute()
    record({ name: 'test.done', subjectId: actor.userId, fieldGroup: 'administration' })
  })

  expect(pages.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  await expect(smuggled).rejects.toThrow(/row-level security/)
})

test('whoever is on the list still does not lead to a private address', async () => {
  await add('localhost.agency.example')
  const isPermitted = hostsPermittedBy(world.database)
  const terms = { isDevelopment: false, isPermitted }

  const inside = askOutside('https://10.0.0.4/', {}, terms)
  const byName = askOutside('https://localhost/', {}, { isDevelopment: false, isPermitted: async () => true })

  await expect(inside).rejects.toMatchObject({ isBarred: true })
  await expect(byName).rejects.toThrow('No answer from https://localhost')
})

test('nothing but the one door asks another server over HTTP', () => {
  const sources = globSync('src/**/*.{ts,tsx}').filter(
    (path) => !/\.test\.tsx?$|builders\.ts$|\/testing\/|\/web\/scripts\//.test(path),
  )

  const asking = sources.filter((path) => /\bfetch\(|from '(node:https?|undici)'/.test(readFileSync(path, 'utf8')))

  expect(asking).toEqual(['src/platform/outside.ts'])
})
