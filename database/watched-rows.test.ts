import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import type { Actor } from '../src/platform/database.ts'
import { newId } from '../src/platform/ids.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'

// What every row is asked when it is written, by triggers that are made from the catalogue.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const smuggle = (actor: Actor, statement: RawBuilder<unknown>) =>
  world.database.change(actor, async ({ db, record }) => {
    await statement.execute(db)
    record({ name: 'test.done', subjectId: actor.userId, fieldGroup: 'administration' })
  })

test('whoever a row says did something is whoever acts, whatever the statement says (T22)', async () => {
  const one = await world.aWorkerAt('HMP Fernhall')
  const other = await world.aColleagueOf(one)
  const keep = (actor: Actor, savedBy: string, columns: string) => () =>
    smuggle(
      actor,
      sql`insert into import_mapping (agency_id, columns, saved_by, saved_at, kind)
        values (${actor.agencyId}, ${columns}, ${savedBy}, now(), 'PEOPLE')
        on conflict (agency_id, kind) do update set columns = excluded.columns, saved_by = excluded.saved_by`,
    )

  await expect(keep(one, other.userId, '{}')()).rejects.toThrow(/saved_by says that somebody else did it/)
  await keep(one, one.userId, '{}')()
  await expect(keep(one, other.userId, '{"A": ""}')()).rejects.toThrow(/saved_by says that somebody else did it/)
  await keep(other, other.userId, '{"A": ""}')()

  // In every table: what the app may change and is called "..._by" is watched, but where it names no account.
  const unwatched = await world.inspect<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.atttypid = 'uuid'::regtype
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname like '%\\_by'
      and has_column_privilege('throughline_app', c.oid, a.attnum, 'update') and not exists (select from pg_trigger t
        where t.tgrelid = c.oid and t.tgname = 'signed_by_who_changes' and encode(t.tgargs, 'escape') ~ ('(^|\\\\000)' || a.attname || '\\\\000'))`)
  expect(unwatched).toEqual([])
})

test('by way of their own case nobody writes of somebody else, or hangs a row on what is theirs', async () => {
  const worker = await world.aWorkerAt('HMP Millgate')
  const stranger = await world.aWorkerAt('HMP Saltmarsh')
  const [own, theirs] = [await aCase(world, worker), await aCase(world, stranger)]
  const [ownNeed, theirNeed] = [newId(), newId()]
  const need = (id: string, caseId: string, personId: string, by: Actor) => sql`
    insert into need (id, case_id, person_id, pathway, words, responsible_agency_id, raised_by, raised_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, 'HEALTH', 'A doctor', ${by.agencyId}, ${by.userId}, now(), ${by.agencyId})`
  const step = (needId: string) => sql`
    insert into step (case_id, person_id, need_id, title, responsible_agency_id, made_by, made_at, owner_agency_id)
    values (${own.id}, ${own.personId}, ${needId}, 'Go there', ${worker.agencyId}, ${worker.userId}, now(), ${worker.agencyId})`
  await smuggle(stranger, need(theirNeed, theirs.id, theirs.personId, stranger))

  await expect(smuggle(worker, need(newId(), own.id, theirs.personId, worker))).rejects.toThrow(
    /need: case_id is about somebody else/,
  )
  await smuggle(worker, need(ownNeed, own.id, own.personId, worker))
  await expect(smuggle(worker, step(theirNeed))).rejects.toThrow(/somebody else|step_/)
  await smuggle(worker, step(ownNeed))

  // In every table about a person: each key to another row about a person is watched.
  const unwatched = await world.inspect<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
    where k.contype = 'f' and has_column_privilege('throughline_app', c.oid, a.attnum, 'insert')
      and 2 = (select count(*) from pg_attribute x where x.attrelid in (c.oid, k.confrelid) and x.attname = 'person_id') and c.oid <> k.confrelid
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'of_one_person_added'
        and encode(t.tgargs, 'escape') ~ ('(^|\\\\000)' || a.attname || '\\\\000'))`)
  expect(unwatched).toEqual([])

  // And where the person of a row may be changed, what it hangs on is asked about again.
  const unasked = await world.inspect<{ name: string }>(`
    select c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'person_id'
    where k.contype = 'f' and cardinality(k.conkey) = 1 and c.oid <> k.confrelid and has_column_privilege('throughline_app', c.oid, a.attnum, 'update')
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'of_one_person_changed'
        and pg_get_triggerdef(t.oid) ~ 'new\\.person_id IS DISTINCT FROM')`)
  expect(unasked).toEqual([])
})
