import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aMatch, aMentee, aMentor } from './builders.ts'

// T8: what the login of mentors can reach, as the catalogue says it.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const loginOf = (actor: Actor) =>
  world.database.read(actor, async ({ db }) => {
    const { rows } = await sql<{ name: string }>`
      select rolname as name from pg_roles where pg_has_role(session_user, oid, 'member') and rolname <> session_user`.execute(db)
    return rows.map(({ name }) => name)
  }) // biome-ignore format: one statement

test('the login of mentors reads these tables and no others, and of people their own matches and sessions alone', async () => {
  const tables = await world.inspect<{ relname: string }>(`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'private', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('portal_mentor', c.oid, 'select, insert, update, delete')
        or has_any_column_privilege('portal_mentor', c.oid, 'select, insert, update')) order by 1`)
  const aboutPeople = await world.inspect<{ relname: string }>(
    `select attrelid::regclass::text as relname from pg_attribute
     where attname in ('person_id', 'case_id') and attrelid = any($1::text[]::regclass[]) group by 1 order by 1`,
    [tables.map(({ relname }) => relname)],
  )

  expect(tables.map(({ relname }) => relname)).toEqual([
    ...['account', 'agency', 'calendar_feed', 'digest', 'digest_choice', 'done_request', 'expense_claim', 'expense_receipt'],
    ...['fund', 'mail', 'mentor', 'mentor_entry', 'mentor_match', 'mentor_session', 'mentoring_scheme', 'mentoring_standard'],
    ...['mileage_rate', 'partnership', 'pathway', 'payee'],
  ]) // biome-ignore format: a list
  expect(aboutPeople.map(({ relname }) => relname)).toEqual(['mentor_match', 'mentor_session'])
})

test('it calls nothing that looks people or cases up', async () => {
  const functions = await world.inspect<{ name: string }>(`
    select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('public', 'private', 'jobs') and p.prorettype <> 'trigger'::regtype
      and has_function_privilege('portal_mentor', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`)

  expect(functions.map(({ name }) => name)).toEqual([
    ...['acting_agency', 'acting_audiences', 'acting_user', 'confirm_own_secret', 'end_own_sessions', 'end_session'],
    ...['enqueue', 'find_own_password', 'find_own_second_step', 'forget_own_passkey', 'is_administrator', 'is_coordinator', 'is_manager'],
    ...['is_system', 'keep_events', 'keep_look'],
    ...['keep_own_passkey', 'keep_own_recovery_codes', 'keep_own_secret', 'keep_passkey_challenge', 'list_own_passkeys', 'list_own_sessions'],
    ...['mentored_closed', 'mentors_supervised', 'own_mentees', 'own_mentor', 'prove_session', 'rename_own_passkey', 'runs_mentoring'],
    ...['set_own_password', 'take_one_time_step', 'take_passkey_challenge', 'take_recovery_code', 'use_passkey'],
  ]) // biome-ignore format: a list
})

test('whoever mentors and works with no case is on that login in every request, and nobody else is', async () => {
  const manager = await aCharity(world)
  const { actor: rosa } = await aMentor(world, manager)
  const both = await world.aColleagueOf(manager, { roles: ['MENTOR', 'WORKER'] })
  const treasurer = await world.aColleagueOf(manager, { roles: ['TREASURER'] })

  expect(await loginOf(rosa)).toEqual(['portal_mentor'])
  expect(await Promise.all([both, treasurer, manager].map(loginOf))).toEqual([
    ['throughline_app'],
    ['throughline_app'],
    ['throughline_app'],
  ])
})

test('a mentor keeps what is their own, and changes by SQL neither another’s match nor who they are', async () => {
  const manager = await aCharity(world)
  const [rosa, bea] = [await aMentor(world, manager), await aMentor(world, manager, { name: 'Bea Moss' })]
  const { wishId } = await aMentee(world, manager)
  const matchId = await aMatch(world, manager, rosa, wishId)
  const smuggle = (actor: Actor, statement: string) =>
    world.database.change(actor, async ({ db, record }) => {
      const { numAffectedRows } = await sql.raw(statement).execute(db)
      record({ name: 'test', subjectId: matchId, fieldGroup: 'mentoring' })
      return Number(numAffectedRows)
    })

  const own = [
    `update mentor set places = '{Wexley}' where account_id = '${rosa.actor.userId}'`,
    `update account set phone = '020 7946 0000' where id = '${rosa.actor.userId}'`,
  ]
  for (const statement of own) expect(await smuggle(rosa.actor, statement)).toBe(1)
  await smuggle(rosa.actor, `select set_own_password('x', now(), null)`)
  expect(await smuggle(rosa.actor, `update mentor_match set ended_words = 'x' where id = '${matchId}'`)).toBe(1)
  expect(await smuggle(bea.actor, `update mentor_match set ended_words = 'x' where id = '${matchId}'`)).toBe(0)
  expect(await smuggle(bea.actor, `update account set name = 'x' where id = '${rosa.actor.userId}'`)).toBe(0)
  for (const statement of [`update account set roles = '{MANAGER}'`, `update mentor set stage = 'SUPERVISOR'`, 'select from sight'])
    await expect(smuggle(bea.actor, statement)).rejects.toThrow(/permission denied/) // biome-ignore format: a list
})
