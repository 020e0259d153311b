import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const casesOf = (actor: Parameters<World['database']['read']>[0]) =>
  world.database.read(actor, ({ db }) => db.selectFrom('case_file').select('id').execute())

test('a case exists for its agency and for nobody else', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })

  const { id } = await aCase(world, prison)

  expect(await casesOf(prison)).toEqual([{ id }])
  expect(await casesOf(police)).toEqual([])
})

test('a colleague sees the list level; the named worker sees what the work needs', async () => {
  const prison = await world.aWorkerAt('Prison')
  const colleague = await world.aColleagueOf(prison)
  const { id } = await aCase(world, prison)

  const groups = (actor: typeof prison) =>
    world.database.read(actor, ({ db }) => db.selectFrom('sight').select('reads').execute())

  expect((await groups(colleague)).flatMap(({ reads }) => reads)).toEqual(['custody', 'identity', 'needs'])
  expect((await groups(prison)).flatMap(({ reads }) => reads)).toContain('notes')
  expect(await casesOf(colleague)).toEqual([{ id }])
})

test('an agreement that ends takes its sight with it at once', async () => {
  const prison = await world.aWorkerAt('Prison')
  await aCase(world, prison)

  await world.inspect('update agreement set ended_at = now()')
  const seen = await casesOf(prison)
  await world.inspect('update agreement set ended_at = null')

  expect(seen).toEqual([])
  expect(await casesOf(prison)).toHaveLength(1)
})

test('a change about a case renews its line on the lists in the same transaction', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })

  const { id } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })

  const line = await world.database.read(prison, ({ db }) =>
    db
      .selectFrom('case_summary')
      .select(['shown_name', 'prison_number', 'key_worker_name'])
      .where('case_id', '=', id)
      .executeTakeFirst(),
  )
  expect(line).toEqual({ shown_name: 'Danny Okafor', prison_number: 'A9914DK', key_worker_name: 'Amira Khan' })
})

test('smuggled rows are refused by the database: a party, a case, a person of somebody else', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id } = await aCase(world, prison)

  const smuggle = world.database.change(police, ({ db, actor }) =>
    db
      .insertInto('case_party')
      .values({
        case_id: id,
        agency_id: actor.agencyId,
        relationship: 'ALLOCATED',
        since_on: '2026-03-02',
        owner_agency_id: actor.agencyId,
      })
      .execute(),
  )

  await expect(smuggle).rejects.toThrow(/row-level security/)
})

test('a worker takes no agency into an agreement, whatever a route forgets', async () => {
  const prison = await world.aWorkerAt('Prison')
  const outsider = await world.aWorkerAt('Outsider', { kind: 'charity' })
  await world.inspect('delete from agreement_party where agency_id = $1', [outsider.agencyId])

  const joined = world.database.change(prison, async ({ db, record }) => {
    record({ name: 'test.tried', subjectId: prison.userId, fieldGroup: 'administration' })
    const { id } = await db.selectFrom('agreement').select('id').executeTakeFirstOrThrow()
    await db.insertInto('agreement_party').values({ agreement_id: id, agency_id: outsider.agencyId }).execute()
  })

  await expect(joined).rejects.toThrow(/row-level security/)
})
