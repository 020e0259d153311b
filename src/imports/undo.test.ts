import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterReleaseDate } from '../custody/index.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { type Imported, importPeople, tryImport } from './import-people.ts'
import { listRows } from './queries/rows.ts'
import { resolveDuplicate, undoResolution } from './resolve-duplicate.ts'
import { undoImport } from './undo-import.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const header = 'Prison number,Surname,First name,DOB,CRD,Location'
const sample = '../shared/data/custody/prisoner-search-page.json'
let next = 1000
const number = () => `A${next++}XY`

test('a dry run counts and leaves nothing behind', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const bytes = Buffer.from(`${header}\n${number()},Okafor,Danny,04/05/1991,27/11/2026,B2-14`)

  const tried = await world.database.read(prison, (reading) => tryImport(reading, { bytes }))

  expect(tried).toMatchObject({ counts: { read: 1, added: 1 } })
  expect(await people(prison)).toEqual([])
})

test('an import is undone within 24 hours, and nobody whom it added is left', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { batchId } = await done(prison, `${number()},Okafor,Danny,04/05/1991,27/11/2026,B2-14`)

  const undone = await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(undone).toEqual({ rows: [2], kept: [] })
  expect(await people(prison)).toEqual([])
  await expect(world.database.change(prison, (change) => undoImport(change, batchId))).rejects.toMatchObject({
    code: 'import.already-undone',
  })
})

test('what somebody did since is kept, and said', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const [first, second] = [number(), number()]
  const { batchId } = await done(
    prison,
    `${first},Okafor,Danny,04/05/1991,27/11/2026,B2-14`,
    `${second},Morgan,Rhys,13/02/1988,24/12/2026,C1-19`,
  )
  const danny = (await people(prison)).find(({ familyName }) => familyName === 'Okafor')!
  await world.database.change(prison, (change) =>
    enterReleaseDate(change, danny.id, { kind: 'CRD', day: '2026-11-20', isRecalled: false }),
  )

  const undone = await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(undone).toEqual({ rows: [3], kept: [{ row: 2, reason: 'worked-on' }] })
  expect((await people(prison)).map(({ familyName }) => familyName)).toEqual(['Okafor'])
})

test('undoing an import that changed a record gives back what the record said', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const key = number()
  await done(prison, `${key},Okafor,Danny,04/05/1991,27/11/2026,B2-14`)
  const { batchId, counts } = await done(prison, `${key},Okafor-Bright,Danny,04/05/1991,20/11/2026,C1-01`)

  const undone = await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(counts).toMatchObject({ changed: 1 })
  expect(undone).toEqual({ rows: [2], kept: [] })
  expect(await lines(prison)).toEqual([{ shown_name: 'Danny Okafor', cell: '2-14', release_on: '2026-11-27' }])
})

test('after 24 hours an import stands', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { batchId } = await done(prison, `${number()},Okafor,Danny,04/05/1991,27/11/2026,B2-14`)
  const then = world.time.now
  world.time.now = new Date(then.getTime() + 25 * 3_600_000)

  const late = world.database.change(prison, (change) => undoImport(change, batchId))

  await expect(late).rejects.toMatchObject({ code: 'import.too-late' })
  world.time.now = then
})

test('somebody alike is set aside, resolved as the same person or another, and the answer can be undone', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await done(prison, `${number()},Baptiste,Tyrone,04/05/1991,27/11/2026,B2-14`)
  const { batchId, counts } = await done(prison, `${number()},Baptiste,Tyron,04/05/1991,20/11/2026,C1-01`)
  const [row] = await world.database.read(prison, (reading) => listRows(reading, batchId, { results: ['DUPLICATE'] }))
  const resolve = (personId?: string) =>
    world.database.change(prison, (change) => resolveDuplicate(change, batchId, 2, personId))
  const undo = () => world.database.change(prison, (change) => undoResolution(change, batchId, 2))

  expect(counts).toMatchObject({ added: 0, duplicates: 1 })
  await resolve()
  expect((await people(prison)).map(({ givenName }) => givenName)).toEqual(['Tyron', 'Tyrone'])
  await undo()
  expect(await people(prison)).toHaveLength(1)
  await resolve(row!.candidateIds[0])
  expect(await lines(prison)).toEqual([{ shown_name: 'Tyron Baptiste', cell: '1-01', release_on: '2026-11-20' }])
  await expect(resolve()).rejects.toMatchObject({ code: 'import.row-resolved' })
})

test('once an import is undone nobody is added from what it had set aside', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await done(prison, `${number()},Baptiste,Tyrone,04/05/1991,27/11/2026,B2-14`)
  const { batchId } = await done(prison, `${number()},Baptiste,Tyron,04/05/1991,20/11/2026,C1-01`)
  await world.database.change(prison, (change) => undoImport(change, batchId))

  const late = world.database.change(prison, (change) => resolveDuplicate(change, batchId, 2))

  await expect(late).rejects.toMatchObject({ code: 'import.already-undone' })
  expect(await people(prison)).toHaveLength(1)
})

test('numbers that a list added to a record go when it is undone, and the record shows its own again', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const [own, wrong] = [number(), number()]
  await done(prison, `${own},Okafor,Daniel,04/05/1991,27/11/2026,B2-14`)
  const { batchId } = await done(prison, `${wrong},Okafor,Danial,04/05/1991,27/11/2026,B2-14`)
  const [row] = await world.database.read(prison, (reading) => listRows(reading, batchId, { results: ['DUPLICATE'] }))
  const numbers = () =>
    world.inspect('select value from person_identifier where owner_agency_id = $1', [prison.agencyId])

  await world.database.change(prison, (change) => resolveDuplicate(change, batchId, 2, row!.candidateIds[0]))
  expect(await numbers()).toHaveLength(2)
  await world.database.change(prison, (change) => undoResolution(change, batchId, 2))

  expect(await numbers()).toEqual([{ value: own }])
  const [line] = await world.inspect('select prison_number from case_summary where agency_id = $1', [prison.agencyId])
  expect(line).toEqual({ prison_number: own })
})

test('a person who moves prison keeps their case; the old prison’s list no longer has them', async () => {
  const fernhall = await world.aWorkerAt('Fernhall')
  const carrow = await world.aWorkerAt('Carrow')
  const key = number()
  await done(fernhall, `${key},Okafor,Danny,04/05/1991,27/11/2026,B2-14`)
  const [before] = await caseIds(fernhall)

  const { counts } = await done(carrow, `${key},Okafor,Danny,04/05/1991,20/11/2026,A1-01`)

  expect(counts).toMatchObject({ added: 0, changed: 1 })
  expect(await caseIds(carrow)).toEqual([before])
  expect(await caseIds(fernhall)).toEqual([])
  expect(await lines(carrow)).toMatchObject([{ cell: '1-01', release_on: '2026-11-20' }])
})

test.skipIf(!existsSync(sample))(
  'the prison search page comes in whole, twice, and the second time changes nothing',
  async () => {
    const prison = await world.aWorkerAt('Moorland')
    const file = { name: 'page.json', bytes: readFileSync(sample) }
    const once = await world.database.change(prison, (change) => importPeople(change, file))
    const twice = await world.database.change(prison, (change) => importPeople(change, file))

    expect(once).toMatchObject({ counts: { read: 5, added: 5, duplicates: 0, rejected: 0 }, errors: [] })
    expect(twice).toMatchObject({ counts: { read: 5, added: 0, changed: 0, unchanged: 5 } })
  },
)

async function done(
  actor: Actor,
  ...rows: string[]
): Promise<Exclude<Imported, { problem: unknown }> & { batchId: string }> {
  const bytes = Buffer.from([header, ...rows].join('\n'))
  const imported = await world.database.change(actor, (change) => importPeople(change, { name: 'list.csv', bytes }))
  if ('problem' in imported || !imported.batchId) throw new Error('Not imported.')
  return { ...imported, batchId: imported.batchId }
}

const people = (actor: Actor) =>
  world.database.read(actor, ({ db }) =>
    db
      .selectFrom('person')
      .select(['id', 'given_name as givenName', 'family_name as familyName'])
      .orderBy('given_name')
      .execute(),
  )
const caseIds = async (actor: Actor) =>
  (await world.database.read(actor, ({ db }) => db.selectFrom('case_file').select('id').execute())).map(({ id }) => id)
const lines = (actor: Actor) =>
  world.database.read(actor, ({ db }) =>
    db.selectFrom('case_summary').select(['shown_name', 'cell', 'release_on']).execute(),
  )
