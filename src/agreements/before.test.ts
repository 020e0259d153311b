import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('the release before this one, which asks for sight part by part, is told the same and of nobody else (T30)', async () => {
  const worker = await world.aWorkerAt('Prison')
  const other = await world.aWorkerAt('Charity', { kind: 'charity' })
  const { id } = await aCase(world, worker)
  const asBefore = (actor: typeof worker) =>
    world.database.read(actor, async ({ db }) => {
      const { rows } = await sql<{ part: string; may: boolean }>`
        select field_group as part, bool_or(may_contribute) as may from access where case_id = ${id} group by 1 order by 1`.execute(
        db,
      )
      return rows
    })
  const now = await world.database.read(worker, ({ db }) =>
    db.selectFrom('sight').select(['reads', 'writes']).where('case_id', '=', id).execute(),
  )

  const reads = [...new Set(now.flatMap(({ reads }) => reads))].sort()
  const writes = new Set(now.flatMap(({ writes }) => writes))
  expect(await asBefore(worker)).toEqual(reads.map((part) => ({ part, may: writes.has(part) })))
  expect(reads).toContain('notes')
  expect(await asBefore(other)).toEqual([])
})
