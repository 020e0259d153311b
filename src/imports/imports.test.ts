import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { commitImport } from './commit-import.ts'
import { startImport } from './start-import.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const header = 'Prison number,Surname,First name,DOB,CRD,Location,PNC'
const danny = 'A9914DK,OKAFOR,DANIEL,04/05/1991,27/11/2026,B2-14,12/52494Q'
const rhys = 'A9926KD,Morgan,Rhys,13/02/1988,24/12/2026,C1-19,'

test('an import adds people, opens their cases and makes the prison a party', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const { counts, errors } = await imported(prison, header, danny, rhys)

  expect(errors).toEqual([])
  expect(counts).toEqual({ read: 2, added: 2, changed: 0, unchanged: 0, duplicates: 0, rejected: 0 })
  expect(await lines(prison)).toEqual([
    { shown_name: 'Daniel Okafor', prison_number: 'A9914DK', wing: 'B', release_on: '2026-11-27', release_type: 'CRD' },
    { shown_name: 'Rhys Morgan', prison_number: 'A9926KD', wing: 'C', release_on: '2026-12-24', release_type: 'CRD' },
  ])
})

test('importing the same file again changes nothing', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await imported(prison, header, danny.replace('A9914DK', 'A1914DK'))

  const { counts } = await imported(prison, header, danny.replace('A9914DK', 'A1914DK'))

  expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
})

test('a release date that moved keeps its history', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const row = danny.replace('A9914DK', 'A2914DK')
  await imported(prison, header, row)

  const { counts } = await imported(prison, header, row.replace('27/11/2026', '20/11/2026'))

  expect(counts).toMatchObject({ changed: 1, added: 0 })
  const dates = await world.database.read(prison, ({ db }) =>
    db
      .selectFrom('release_date')
      .select(['day', 'source', 'replaced_at'])
      .where('type', '=', 'CRD')
      .orderBy('known_at')
      .orderBy('day', 'desc')
      .execute(),
  )
  expect(dates).toEqual([
    { day: '2026-11-27', source: 'CSV', replaced_at: expect.any(Date) },
    { day: '2026-11-20', source: 'CSV', replaced_at: null },
  ])
})

async function imported(actor: Actor, ...rows: string[]) {
  const started = await world.database.change(actor, (change) =>
    startImport(change, { name: 'list.csv', bytes: Buffer.from(rows.join('\n')) }),
  )
  if ('problem' in started) throw new Error(started.problem)
  return world.database.change(actor, (change) => commitImport(change, started.batchId))
}

const lines = (actor: Actor) =>
  world.database.read(actor, ({ db }) =>
    db
      .selectFrom('case_summary')
      .select(['shown_name', 'prison_number', 'wing', 'release_on', 'release_type'])
      .orderBy('release_on')
      .execute(),
  )
