import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareDatabase } from '../src/platform/find-database.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { readCatalogue } from './standing.ts'

const folder = mkdtempSync(join(tmpdir(), 'standing-'))
let world: World
let owner: Client
let url: string
beforeAll(async () => {
  world = await openWorld()
  url = Object.assign(new URL(inject('urls').owner), { pathname: new URL(world.appUrl).pathname }).href
  owner = new Client({ connectionString: url })
  await owner.connect()
  await world.inspect(
    `alter database ${new URL(url).pathname.slice(1)} owner to ${new URL(url).username || 'current_user'}`,
  )
})
afterAll(async () => {
  await owner.end()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a command starts beside a program that is in the middle of work', async () => {
  await owner.query('begin; lock table case_file, note, sight in row exclusive mode')

  const prepared = await prepareDatabase(url, { DATA_DIR: folder }).finally(() => owner.query('rollback'))

  expect(prepared.app).toContain('throughline_app')
})

test.each([
  ['a grant to families', 'grant select on person to portal_family'],
  ['a grant on a column', 'grant update (given_name) on person to portal_person'],
  ['a policy that lets everybody read', 'create policy open on note for select to throughline_app using (true)'],
  ['a policy that is gone', 'drop policy sight_not_closed on sight'],
  ['a table without its rule', 'alter table note no force row level security'],
  ['a function run by everybody', 'grant execute on function people_closed() to public'],
])('%s, made by hand, is put right at the next start', async (_, byHand) => {
  const before = await readCatalogue(owner)
  await world.inspect(byHand)
  expect(await readCatalogue(owner)).not.toBe(before)

  await prepareDatabase(url, { DATA_DIR: folder })

  const [found] = await world.inspect<{ grants: boolean }>(
    `select has_table_privilege('portal_family', 'person', 'SELECT') or has_column_privilege('portal_person', 'person', 'given_name', 'UPDATE') as grants`,
  )
  const [rules] = await world.inspect<{ policies: number; forced: boolean }>(
    `select (select count(*) from pg_policy where polname = 'open')::int + (select count(*) from pg_policy where polname = 'sight_not_closed')::int as policies,
       (select relforcerowsecurity from pg_class where oid = 'note'::regclass) as forced`,
  )
  expect({ ...found, ...rules }).toEqual({ grants: false, policies: 1, forced: true })
})
