import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase } from '../cases/builders.ts'
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
    'answer_own_family_day',
    'answer_own_handover',
    'answer_own_licence',
    'answer_own_plan',
    'answer_own_survey',
    'arrive_at_hub',
    'change_own_shares',
    'complain_at_own_door',
    'enter_hub_screen',
    'enter_own_door',
    'leave_hub_screen',
    'leave_own_door',
    'name_own_family',
    'read_hub_screen',
    'read_own_asked',
    'read_own_complaints',
    'read_own_family',
    'read_own_handover',
    'read_own_licence',
    'read_own_looks',
    'read_own_plan',
    'read_own_record',
    'read_own_survey',
    'say_cannot_come',
    'say_own_words',
    'stop_own_family',
  ])
  expect(rows).toEqual([{ name: 'portal_person' }])
})

test('a session shows its own case and nobody else’s, and nothing about a victim', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const [danny, other] = [await aCase(world, prison), await aCase(world, prison)]
  await anAppointment(world, prison, danny.id, { title: 'Housing talk' })
  await anAppointment(world, prison, other.id, { title: 'Of another person' })
  const hidden = await anAppointment(world, prison, danny.id, { title: 'About a victim' })
  await world.inspect(`update appointment set subject_category = 'VICTIM' where id = $1`, [hidden])
  const token = Buffer.alloc(32, 7)
  await world.insert(
    `insert into own_door_session (token_hash, case_id, person_id, started_at, seen_at, owner_agency_id) values ($1, $2, $3, $4, $4, $5)`,
    [token, danny.id, danny.personId, world.time.now, prison.agencyId],
  )

  const { rows } = await sql<{ found: { appointments: { title: string }[] } }>`
    select read_own_record(${token}, ${world.time.now}, 'test') as found`.execute(world.database.ofPerson)

  expect(rows[0]!.found.appointments.map(({ title }) => title)).toEqual(['Housing talk'])
})

test('an answer stays as it was given, whatever SQL a worker smuggles', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const { id, personId } = await aCase(world, prison)
  const given = { answer: 'First', answered_at: world.time.now, answered_by: prison.userId }
  await world.insert(
    `insert into own_request (case_id, person_id, kind, words, said_at, owner_agency_id) values ($1, $2, 'HELP', 'Help', $3, $4)`,
    [id, personId, world.time.now, prison.agencyId],
  )
  const answer = (text: string) =>
    world.database.change(prison, async ({ db, record }) => {
      record({ name: 'own-door.answered', subjectId: id, caseId: id, personId, fieldGroup: 'plan' })
      return db
        .updateTable('own_request')
        .set({ ...given, answer: text })
        .where('case_id', '=', id)
        .returning('answer')
        .execute()
    })

  const first = await answer('First')
  const second = await answer('Second')

  expect([first, second]).toEqual([[{ answer: 'First' }], []])
})
