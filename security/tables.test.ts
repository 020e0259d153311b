import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { type Cast, gather, relations } from './cast.ts'
import { type Planted, plant } from './planted.ts'
import { plantLater } from './planted-later.ts'
import { cellCount, findUnexpected, readCells } from './table-cells.ts'

let world: World
let planted: Planted
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  planted = await plant(world, await world.aWorkerAt('Author', { kind: 'prison' }))
  cast = await gather(world, planted)
  await plantLater(world, planted, cast)
})
afterAll(() => world.close())

test('what each may read and write by SQL is what the agreement says, and nothing else', async () => {
  const isPlanted = process.env['STOP_AT_FIRST'] === 'yes' // with a mistake planted one cell is enough
  const unexpected = await findUnexpected(world, cast, planted, isPlanted ? 'first' : 'all')

  console.log(`tables: ${relations.length * cellCount} cells, ${unexpected.length} unexpected`)
  expect(unexpected).toEqual([])
})

test('nobody who does not say who they are reads a row', async () => {
  for (const { table } of readCells) {
    const rows = await sql`select from ${sql.table(table)} limit 1`.execute(world.database.unknown)
    expect([table, rows.rows.length]).toEqual([table, 0])
  }
})
