import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyFiles } from '../database/apply.ts'
import { openWorld, type World } from './platform/testing/world.ts'

// What the catalogue of a database that our files made must say of itself (T1, T20, T21).

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('no login has rights beyond row-level security, and none but the worker owns anything', async () => {
  const roles = await world.inspect(`
    select regexp_replace(rolname, '_[0-9a-f]{8}$', '') as login,
      bool_or(rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) as is_mighty,
      count(c.oid) filter (where c.relnamespace = 'public'::regnamespace)::int as tables_owned
    from pg_roles r left join pg_class c on c.relowner = r.oid where rolname ~ '^(throughline|portal)_' group by 1 order by 1`)

  const groups = ['app', 'auditor', 'backup', 'readonly', 'rules', 'worker'].map((name) => `throughline_${name}`)
  const expected = ['portal_family', 'portal_mentor', 'portal_person', ...groups]
  expect(roles).toEqual(expected.map((login) => ({ login, is_mighty: false, tables_owned: 0 })))
})

test('every table is under forced row-level security, but for those that hold nothing of anybody', async () => {
  const bare = await world.inspect<{ relname: string }>(`
    select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity) order by 1`)

  expect(bare.map((table) => table.relname)).toEqual(['migration', 'provenance'])
})

test('the policies are exactly those of the policy.sql files', async () => {
  const written = policyFiles().flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/create policy (\w+) on (\w+)/g),
  ])

  const live = await world.inspect<{ name: string }>(`
    select policyname || ' on ' || tablename as name from pg_policies
    where schemaname = 'public' and policyname not in ('rules_pass', 'backup_reads', 'auditor_reads')`)
  expect(live.map(({ name }) => name).sort()).toEqual(written.map(([, name, table]) => `${name} on ${table}`).sort())
})

test('no policy but the rule-keepers’ lets everybody do everything', async () => {
  const loose = await world.inspect<{ name: string }>(`
    select policyname || ' on ' || tablename as name from pg_policies
    where schemaname = 'public' and policyname <> 'rules_pass' and cmd <> 'SELECT' and coalesce(qual, 'true') = 'true'
      and coalesce(with_check, 'true') = 'true' and not (roles = '{throughline_worker}')`)

  expect(loose).toEqual(
    [{ name: 'mail_posted on mail' }].filter(({ name }) => loose.some((found) => found.name === name)),
  )
})

test('every stored item about a person says whose it is, under which regime, how it is known and how long it stays', async () => {
  const wanted = ['owner_agency_id', 'regime', 'sensitivity', 'subject_category', 'basis', 'retention_class']

  const lacking = await world.inspect<{ relname: string }>(
    `
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (
      $1::text[] <@ array(select attname::text from pg_attribute x where x.attrelid = c.oid)) order by 1`,
    [wanted],
  )

  // Derived rows (kept from the tables above by rule), and rows about who looked or who may look.
  expect(lacking.map(({ relname }) => relname)).toEqual(['access_bar', 'case_place', 'case_summary', 'event', 'sight'])
})

test('what an agency sees because it wrote it is closed to a barred worker and behind a restriction too', async () => {
  const open = await world.inspect<{ relname: string }>(`
    select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
    join pg_policy p on p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
    where c.relnamespace = 'public'::regnamespace and pg_get_expr(p.polqual, c.oid) ~ 'acting_agency'
      and not exists (select from pg_policy r where r.polrelid = c.oid and not r.polpermissive and r.polcmd in ('r', '*')) order by 1`)

  // Who is barred, who opened a record in an emergency and which note was opened: each says in its own policy whom it is for.
  expect(open.map(({ relname }) => relname)).toEqual(['access_bar', 'break_glass', 'note_opening'])
})

test('no view lends its owner’s sight, and every definer function is on the reviewed list', async () => {
  const views = await world.inspect(`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(reloptions @> '{security_invoker=true}', false)`)
  const definers = await world.inspect<{ name: string; owner: string; is_pinned: boolean }>(`
    select p.proname as name, r.rolname as owner,
      proconfig::text ~ 'search_path=(pg_catalog, pg_temp|public, pg_catalog, pg_temp)' as is_pinned
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where prosecdef and n.nspname in ('public', 'private', 'jobs') order by 1`)

  expect(views).toEqual([])
  expect(definers.filter(({ is_pinned }) => !is_pinned)).toEqual([])
  expect(definers.filter(({ owner }) => !/^throughline_(rules|worker)/.test(owner))).toEqual([])
  expect(definers.map(({ name }) => name)).toEqual(reviewed)
})

const reviewed = readFileSync('docs/reference/definer-functions.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^\| `(\w+)` \|/.exec(line)?.[1] ?? [])
  .sort()

test('nobody may run a function that is not granted to them by name', async () => {
  const open = await world.inspect(`
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private', 'jobs') and has_function_privilege('public', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and p.prorettype <> 'trigger'::regtype`)

  expect(open).toEqual([])
})

test('no function that runs with more rights asks who has sight without asking until when', async () => {
  const functions = await world.inspect<{ name: string; body: string }>(`
    select p.proname as name, p.prosrc as body from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where prosecdef and n.nspname in ('public', 'private') order by 1`)

  const loose = functions.filter(({ body }) =>
    [...body.matchAll(/\b(?:from|join) sight (?!using)/g)].some(
      ({ index }) => !/\buntil\b/.test(clauseAt(body, index)),
    ),
  )

  // What writes a place does not ask, which carries their days, nor what
  // looks whether there are rows at all.
  const known = ['place_cases', 'place_everyone', 'recompute_sight', 'write_sight']
  expect(loose.map(({ name }) => name)).toEqual(known)
})

/** From a place in a statement to the end of the bracket, or of the statement, that it stands in. */
function clauseAt(body: string, start: number): string {
  let depth = 0
  for (let at = start; at < body.length; at += 1) {
    if (body[at] === '(') depth += 1
    if (body[at] === ')') depth -= 1
    if (depth < 0 || body[at] === ';') return body.slice(start, at)
  }
  return body.slice(start)
}

test('who is related to somebody, or outside a restricted record, is asked for wherever a function gives out by sight', async () => {
  const functions = await world.inspect<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where prosecdef and n.nspname = 'public' and has_function_privilege('throughline_app', p.oid, 'execute')
      and p.prosrc ~ 'acting_audiences' and p.prosrc !~ 'people_closed|people_withheld|people_barred|is_closed_to|access_bar|withheld_from' order by 1`)

  // The name of a line, and which themes an agency takes part in: nothing about anybody.
  expect(functions.map(({ name }) => name)).toEqual(['name_of_helpline', 'themes_of_mine'])
})

test('a migration only adds: the release before it writes and reads the tables that it leaves (T30)', () => {
  const takesAway = /\b(drop (table|column)|rename (to|column)|alter (column )?\w+ (set data )?type|set not null)\b/i
  const ownTables = /\bcreate temp\w* table (\w+)[\s\S]*\bdrop table \1\b/gi // made for the while of the migration itself
  const taking = globSync('database/migrations/*.sql').filter((path) =>
    takesAway.test(readFileSync(path, 'utf8').replace(ownTables, '')),
  )

  // The chains of the audit: what they ask for is filled in by a trigger, whoever writes. Sight: only the database writes it, and the
  // release before reads the old rows as a view of the new ones (src/agreements/before.test.ts).
  const known = ['0012-audit-chains', '0217-sight-by-agreement']
  expect(taking).toEqual(known.map((name) => `database/migrations/${name}.sql`))
})
