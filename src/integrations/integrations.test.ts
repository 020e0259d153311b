import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

async function aTokenOf(administrator: Actor, name = 'Case system'): Promise<string> {
  const made = await site.post(administrator, '/settings/integrations', { name })
  return /tl_[\w-]{43}/.exec(made.body)![0]
}
const call = (token: string) =>
  site.app.inject({ url: '/api/v1/caseload', headers: { authorization: `Bearer ${token}` } })

test('a token is shown once, works, and is kept as a hash alone', async () => {
  const administrator = await anAdministratorAt('Council')

  const token = await aTokenOf(administrator)

  const list = (await site.get(administrator, '/settings/integrations')).body
  const kept = await world.inspect<{ all: string }>(`select t::text as all from api_token t`)
  expect((await call(token)).statusCode).toBe(200)
  expect(list).toContain('Case system')
  expect(list).not.toContain(token)
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('the list says when a token was last used', async () => {
  const administrator = await anAdministratorAt('Council')
  const token = await aTokenOf(administrator)
  const before = (await site.get(administrator, '/settings/integrations')).body

  await call(token)
  const after = (await site.get(administrator, '/settings/integrations')).body

  expect(before).toContain('Never')
  expect(after).not.toContain('Never')
  expect(after).toContain('Mon 2 Mar 2026')
})

test('a token that is ended on the page opens nothing', async () => {
  const administrator = await anAdministratorAt('Council')
  const token = await aTokenOf(administrator)
  const list = (await site.get(administrator, '/settings/integrations')).body
  const end = /\/settings\/integrations\/[\w-]+\/end/.exec(list)![0]

  const asked = await site.get(administrator, end)
  const ended = await site.post(administrator, end, {})

  expect(asked.body).toContain('End the token of Case system?')
  expect(ended.headers.location).toBe('/settings/integrations?done=ended')
  expect((await call(token)).statusCode).toBe(401)
  expect((await site.post(administrator, end, {})).statusCode).toBe(404)
})

test('an administrator reaches the tokens of their own agency and no other', async () => {
  const ours = await anAdministratorAt('Council')
  const theirs = await anAdministratorAt('Charity')
  const token = await aTokenOf(theirs, 'Their system')
  const [found] = await world.inspect<{ id: string }>(`select id from api_token where name = 'Their system'`)

  const list = (await site.get(ours, '/settings/integrations')).body
  const end = await site.post(ours, `/settings/integrations/${found!.id}/end`, {})

  expect(list).not.toContain('Their system')
  expect(end.statusCode).toBe(404)
  expect((await call(token)).statusCode).toBe(200)
})

test('a worker who is no administrator makes no token, by page or by smuggled SQL', async () => {
  const worker = await world.aWorkerAt('Council', { roles: ['WORKER'] })

  const page = await site.post(worker, '/settings/integrations', { name: 'Mine' })
  const smuggled = world.database.change(worker, ({ db, actor, now }) =>
    db
      .insertInto('api_token')
      .values({
        token_hash: Buffer.alloc(32),
        account_id: actor.userId,
        name: 'x',
        made_by: actor.userId,
        made_at: now,
      })
      .execute(),
  )

  expect(page.statusCode).toBe(403)
  await expect(smuggled).rejects.toThrow(/row-level security/)
})

test('nobody reads a hash, whatever SQL they smuggle', async () => {
  const administrator = await anAdministratorAt('Council')
  await aTokenOf(administrator)

  const read = world.database.read(administrator, ({ db }) => db.selectFrom('api_token').select('token_hash').execute())

  await expect(read).rejects.toThrow(/permission denied/)
})

test('a token opens the API and no page', async () => {
  const administrator = await anAdministratorAt('Council')
  const token = await aTokenOf(administrator)

  const page = await site.app.inject({ url: '/people', headers: { authorization: `Bearer ${token}` } })

  expect(page.headers.location).toMatch(/^\/sign-in/)
})

test('a system without a name is asked for one, and nothing is made', async () => {
  const administrator = await anAdministratorAt('Council')

  const answer = await site.post(administrator, '/settings/integrations', { name: '  ' })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Say what the system is called.')
  expect(answer.body).toContain('No other system is let in')
})
