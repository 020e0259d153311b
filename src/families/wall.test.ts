import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../platform/testing/world.ts'

// T8: what the login of family and friends can reach, as the catalogue says it.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the login of the family reads no table, and calls nothing but the functions of their pages', async () => {
  const tables = await world.inspect(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('portal_family', c.oid, 'select, insert, update, delete')
        or has_any_column_privilege('portal_family', c.oid, 'select, insert, update'))`)
  const functions = await world.inspect<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private', 'jobs') and p.prorettype <> 'trigger'::regtype
      and has_function_privilege('portal_family', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`)
  const { rows } = await sql`
    select rolname as name from pg_roles where pg_has_role(session_user, oid, 'member') and rolname <> session_user`.execute(
    world.database.ofFamily,
  )

  expect(tables).toEqual([])
  expect(functions.map(({ name }) => name)).toEqual([
    'answer_family_day',
    'enter_family',
    'join_family',
    'leave_family',
    'read_family_page',
    'say_family_words',
    'stop_family',
  ])
  expect(rows).toEqual([{ name: 'portal_family' }])
})

test('no worker reads a number, a PIN, a code or a session of the family, whatever SQL they smuggle', async () => {
  const open = await world.inspect(`
    select a.attrelid::regclass::text as tab, a.attname from pg_attribute a
    where a.attrelid in ('family_member'::regclass, 'family_invitation'::regclass, 'family_session'::regclass) and a.attnum > 0
      and a.attname in ('family_number', 'pin_hash', 'tries', 'code_hash', 'token_hash')
      and has_column_privilege('throughline_app', a.attrelid, a.attnum, 'select')`)

  expect(open).toEqual([])
})
