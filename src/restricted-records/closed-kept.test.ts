import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import type { Tables } from '../platform/tables.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

// Who is closed is asked once a transaction and kept, signed. Nobody may say it themselves, nor bring it from elsewhere.

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

const askClosed = async (db: Kysely<Tables>) =>
  (await sql<{ closed: string[] | null }>`select people_closed() as closed`.execute(db)).rows[0]!.closed
const readKept = async (db: Kysely<Tables>) =>
  (await sql<{ kept: string }>`select current_setting('app.closed', true) as kept`.execute(db)).rows[0]!.kept
const bring = (db: Kysely<Tables>, kept: string) => sql`select set_config('app.closed', ${kept}, true)`.execute(db)
const keptBy = (actor: Actor) =>
  world.database.read(actor, async ({ db }) => {
    await askClosed(db)
    return readKept(db)
  })

async function aRestricted() {
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  const colleague = await world.aColleagueOf(manager)
  const before = await keptBy(colleague)
  const { id, personId } = await aCase(world, manager, { givenName: 'Danny', familyName: 'Okafor' })
  await site.post(manager, `/cases/${id}/restricted`, { reason: 'Threats on the wing.', accountIds: [] })
  return { manager, colleague, before, personId }
}

test('asked again in a transaction it says the same, and to everybody their own', async () => {
  const { manager, colleague, personId } = await aRestricted()
  const treasurer = await world.aColleagueOf(manager, { roles: ['TREASURER'] })
  const asked = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => [await askClosed(db), await askClosed(db)])

  expect(await asked(colleague)).toEqual([[personId], [personId]])
  expect(await asked(manager)).toEqual([[], []])
  expect(await asked(treasurer)).toEqual([null, null])
})

test('what somebody makes up, changes, or brings from another transaction or account is not taken', async () => {
  const { manager, colleague, before, personId } = await aRestricted()
  const others = await keptBy(manager)
  const own = await keptBy(colleague)

  for (const brought of [
    '{}',
    '{}|',
    `{}|${'0'.repeat(64)}`,
    before, // when nobody was closed yet
    others,
    own.replace(personId, ''),
    own.replace(/^[^|]*/, '{}'),
    '|||',
  ]) {
    const closed = await world.database.read(colleague, async ({ db }) => {
      await bring(db, brought)
      return askClosed(db)
    })
    expect(closed, brought).toContain(personId)
  }
})

test('what is kept for one account is not taken for another, in the same transaction', async () => {
  const { manager, colleague, personId } = await aRestricted()
  const readIdentity = async (db: Kysely<Tables>) =>
    (await sql<{ said: string }>`select current_setting('app.identity') as said`.execute(db)).rows[0]!.said
  const act = (db: Kysely<Tables>, said: string) => sql`select set_config('app.identity', ${said}, true)`.execute(db)
  const managers = await world.database.read(manager, ({ db }) => readIdentity(db))

  const closed = await world.database.read(colleague, async ({ db }) => {
    const own = await readIdentity(db)
    await act(db, managers)
    const before = await askClosed(db)
    await act(db, own)
    return { before, after: await askClosed(db) }
  })

  expect(closed.before).not.toContain(personId)
  expect(closed.after).toContain(personId)
})

test('a change of what it is made of is seen in the same transaction', async () => {
  for (const table of ['restricted_record', 'restricted_reader', 'access_bar', 'break_glass']) {
    const asked = world.inspect(`do $$ begin
      perform set_config('app.closed', 'kept', true);
      update ${table} set person_id = person_id where false;
      if current_setting('app.closed') <> '' then raise exception 'still kept'; end if;
    end $$`)
    await expect(asked, table).resolves.toBeDefined()
  }
  await world.inspect(`do $$ begin
    perform set_config('app.closed', 'kept', true);
    update account set roles = roles where false;
    if current_setting('app.closed') <> '' then raise exception 'still kept'; end if;
  end $$`)
})
