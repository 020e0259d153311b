import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from './database.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** What somebody smuggled into a text of ours does. */
const smuggle = (actor: Actor, text: string) => world.database.read(actor, ({ db }) => sql.raw(text).execute(db))
/** What a connection of the pool keeps between two requests: they take turns on one here. */
const kept = async (setting: string) =>
  (await sql<{ kept: string | null }>`select current_setting(${setting}, true) as kept`.execute(world.database.unknown))
    .rows[0]!.kept

const opening = "select set_config('app.identity', $1, true)"
const ours = `k${createHash('md5').update(opening).digest('hex')}`

test('nobody prepares a statement of ours anew behind a semicolon, to keep the identity of whoever comes next', async () => {
  const thief = await world.aWorkerAt('Prison')
  const victim = await world.aWorkerAt('Police')
  const trap = `deallocate "${ours}"; prepare "${ours}" (text) as select set_config('app.identity', $1, false)`

  const laid = smuggle(thief, `select 1; ${trap}`)

  await expect(laid).rejects.toThrow('multiple commands')
  await world.database.read(victim, ({ db }) => sql`select acting_agency()`.execute(db))
  expect(await kept('app.identity')).toBe('')
})

test.each(['commit; begin', 'rollback; set role throughline_app', 'listen "case"', 'discard all'])(
  'two statements in one text are refused on every login: %s',
  async (second) => {
    const worker = await world.aWorkerAt('Prison')
    const mentor = { ...worker, roles: ['MENTOR'] }
    const text = sql.raw(`select 1; ${second}`)

    const answers = await Promise.allSettled([
      smuggle(worker, `select 1; ${second}`),
      smuggle(mentor, `select 1; ${second}`),
      text.execute(world.database.unknown),
      text.execute(world.database.ofPerson),
      text.execute(world.database.ofFamily),
    ])

    for (const answer of answers)
      expect(answer).toMatchObject({ reason: { message: expect.stringContaining('multiple commands') } })
  },
)

test('a setting that is written for the whole session is gone for whoever comes next, also where the statement after it fails', async () => {
  const thief = await world.aWorkerAt('Prison')
  const before = await Promise.all(['TimeZone', 'client_encoding', 'statement_timeout'].map(kept))
  const write = `set_config('app.identity', current_setting('app.identity'), false), set_config('TimeZone', 'Etc/GMT+12', false),
    set_config('client_encoding', 'LATIN1', false), set_config('statement_timeout', '1h', false)`

  await smuggle(thief, `select ${write}`)
  const after = await Promise.all(['TimeZone', 'client_encoding', 'statement_timeout'].map(kept))
  await smuggle(thief, `select ${write}, 1 / (select count(*) from person where false)`).catch(() => {})

  expect(after).toEqual(before)
  expect(await kept('app.identity')).toBe('')
  expect(await Promise.all(['TimeZone', 'client_encoding', 'statement_timeout'].map(kept))).toEqual(before)
})

test('no login of the program makes anything that would stand before ours', async () => {
  const makes = await world.inspect<{ made: string }>(`
    select r.rolname || ' in ' || n.nspname as made from pg_roles r cross join pg_namespace n
    where r.rolname ~ '^(throughline_(app|readonly|auditor|backup)|portal_)' and has_schema_privilege(r.oid, n.oid, 'create')
    union all select r.rolname || ' beside' from pg_roles r
    where r.rolname ~ '^(throughline_(app|readonly|auditor|backup)|portal_)' and has_database_privilege(r.oid, current_database(), 'create')`)

  expect(makes).toEqual([])
})
