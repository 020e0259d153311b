import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aWebhook } from './builders.ts'

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

const anAdministratorAt = (agency: string) =>
  world.aWorkerAt(agency, { roles: ['ADMINISTRATOR'], name: 'Ada Lund', may: ['administer the agency'] })
const url = 'http://127.0.0.1:9/events'
const made = (administrator: Actor) => aWebhook({ world, site }, { administrator, url, events: ['case.opened'] })

test('an administrator finds the webhooks of an integration, and its secret is shown once', async () => {
  const administrator = await anAdministratorAt('Council')
  const { tokenId, own, secret } = await made(administrator)

  const integrations = await site.get(administrator, '/settings/integrations')
  const list = await site.get(administrator, `/settings/integrations/${tokenId}/webhooks`)
  const one = await site.get(administrator, own)

  expect(integrations.body).toContain(`/settings/integrations/${tokenId}/webhooks`)
  expect(list.body).toContain(own)
  expect(one.body).toContain('Nothing was sent yet')
  expect(integrations.body + list.body + one.body).not.toContain(secret)
})

test('an address that cannot be, or a choice of nothing, is told beside its field, and what was typed stays', async () => {
  const administrator = await anAdministratorAt('Council')
  const { tokenId } = await made(administrator)
  const send = (form: Record<string, string | string[]>) =>
    site.post(administrator, `/settings/integrations/${tokenId}/webhooks`, { formId: newId(), ...form })

  const plain = await send({ url: 'http://cases.agency.example/x', events: 'case.opened' })
  const inside = await send({ url: 'https://10.0.0.4/x', events: 'case.opened' })
  const none = await send({ url, events: [] })
  const closed = await send({ url: 'https://cases.agency.example/x', events: ['case.opened', 'note.written'] })

  expect([plain, inside, none, closed].map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  for (const { body } of [plain, inside]) expect(body).toContain('is on the public internet')
  expect(none.body).toContain('Choose at least one')
  expect(closed.body).toContain('This host is not on the list of hosts that this server may ask')
  expect(closed.body).toContain('value="https://cases.agency.example/x"')
  expect(closed.body.match(/ checked/g)).toHaveLength(2)
})

test('another choice of events is kept, and an empty one is not', async () => {
  const administrator = await anAdministratorAt('Council')
  const { id, own } = await made(administrator)

  const chosen = await site.post(administrator, `${own}/events`, { events: ['note.written', 'step.added'] })
  const none = await site.post(administrator, `${own}/events`, {})

  const kept = await world.inspect('select events from webhook where id = $1', [id])
  expect(chosen.headers.location).toBe(`${own}?done=chosen`)
  expect([none.statusCode, none.body.includes('Choose at least one')]).toEqual([422, true])
  expect(kept).toEqual([{ events: ['note.written', 'step.added'] }])
})

test('off and on by hand, removed for good, and each is an event with a name', async () => {
  const administrator = await anAdministratorAt('Council')
  const { id, tokenId, own } = await made(administrator)
  const press = (verb: string) => site.post(administrator, `${own}/${verb}`, {})

  const answers = [await press('off'), await press('off'), await press('test'), await press('on'), await press('on')]
  const removed = await press('removal')
  const gone = await site.get(administrator, own)

  const events = await world.inspect<{ name: string }>('select name from event where subject_id = $1 order by id', [id])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 409, 409, 303, 409])
  expect(removed.headers.location).toBe(`/settings/integrations/${tokenId}/webhooks?done=removed`)
  expect(gone.statusCode).toBe(404)
  expect(events.map(({ name }) => name)).toEqual([
    'webhook.added',
    'webhook.switched-off',
    'webhook.switched-on',
    'webhook.removed',
  ])
})

test('another agency’s webhook does not exist, and a worker keeps none, by page or by smuggled SQL', async () => {
  const theirs = await anAdministratorAt('Charity')
  const { id, tokenId, own } = await made(theirs)
  const ours = await anAdministratorAt('Council')
  const worker = await world.aColleagueOf(theirs, { roles: ['WORKER'], may: ['see cases'] })

  const tries = [
    await site.get(ours, own),
    await site.get(ours, `/settings/integrations/${tokenId}/webhooks`),
    await site.post(ours, `/settings/integrations/${tokenId}/webhooks`, { url, events: 'case.opened' }),
    await site.post(ours, `${own}/secret`, {}),
    await site.post(ours, `${own}/removal`, {}),
  ]
  const refused = await site.get(worker, own)
  const smuggled = world.database.change(worker, async ({ db, actor, now, record }) => {
    const row = { id: newId(), token_id: tokenId, url, events: ['note.written'], made_by: actor.userId, made_at: now }
    await db.insertInto('webhook').values(row).execute()
    record({ name: 'test.done', subjectId: id, fieldGroup: 'administration' })
  })

  expect(tries.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404])
  expect(refused.statusCode).toBe(403)
  await expect(smuggled).rejects.toThrow(/row-level security/)
})

test('a system that keeps users is told nothing of cases', async () => {
  const administrator = await anAdministratorAt('Council')
  await site.post(administrator, '/settings/integrations', { name: 'Directory', opens: 'scim' })
  const [token] = await world.inspect<{ id: string }>(`select id from api_token where name = 'Directory'`)

  const answer = await site.post(administrator, `/settings/integrations/${token!.id}/webhooks`, {
    url,
    events: 'case.opened',
  })

  expect(answer.statusCode).toBe(409)
})

test('a secret is kept sealed, and nobody reads even that, whatever SQL they smuggle', async () => {
  const administrator = await anAdministratorAt('Council')
  const { secret } = await made(administrator)

  const kept = await world.inspect<{ all: string }>('select s::text as all from webhook_secret s')
  const read = world.database.read(administrator, ({ db }) =>
    db.selectFrom('webhook_secret').select('sealed').execute(),
  )

  expect(JSON.stringify(kept)).not.toContain(secret.replace('whsec_', ''))
  await expect(read).rejects.toThrow(/permission denied/)
})
