import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../platform/testing/world.ts'

// T8: what the person's own login can reach, as the catalogue says it.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the login of the person reads no table, and calls nothing but the functions of the door', async () => {
  const tables = await world.inspect(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('portal_person', c.oid, 'select, insert, update, delete')
        or has_any_column_privilege('portal_person', c.oid, 'select, insert, update'))`)
  const functions = await world.inspect<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private', 'jobs') and p.prorettype <> 'trigger'::regtype
      and has_function_privilege('portal_person', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`)
  const { rows } = await sql`
    select rolname as name from pg_roles where pg_has_role(session_user, oid, 'member') and rolname <> session_user`.execute(
    world.database.ofPerson,
  )

  expect(tables).toEqual([])
  expect(functions.map(({ name }) => name)).toEqual([
    'enter_own_door',
    'leave_own_door',
    'read_own_looks',
    'read_own_record',
    'say_own_words',
  ])
  expect(rows).toEqual([{ name: 'portal_person' }])
})
