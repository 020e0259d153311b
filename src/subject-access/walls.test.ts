import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Reading } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aRequest, aSharedRecord, built, decidedAndChecked, itemsOf } from './builders.ts'
import { passCheck, sendToCheck } from './check-part.ts'
import { decideItem } from './decide-items.ts'
import { takeCopy } from './hand-over.ts'
import { listParts } from './queries/parts.ts'
import { listRequests } from './queries/requests.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const partsOf = (actor: Actor, requestId: string) =>
  world.database.read(actor, (reading) => listParts(reading, requestId))
const namesOf = async (actor: Actor, requestId: string) =>
  (await partsOf(actor, requestId)).map(({ agencyName, isApart }) => `${agencyName}${isApart ? ' apart' : ''}`)
const kindsOf = async (actor: Actor, requestId: string) =>
  [...new Set((await itemsOf(world, actor, requestId)).map(({ kind }) => kind))].sort()

test('each agency sees what it holds, and that another answers apart is known to that agency alone', async () => {
  const { record, prison, council, police, charity } = await aSharedRecord(world)

  const requestId = await aRequest(world, prison.first, record)

  const prisonSees = await namesOf(prison.first, requestId)
  expect(prisonSees.sort()).toEqual(['HMP Fernhall', 'Open Door', 'Wexley Council', 'Wexley Police']) // who works on the case
  expect((await namesOf(council.first, requestId)).sort()).toEqual(['Wexley Council'])
  expect((await namesOf(police.first, requestId)).sort()).toEqual(['Wexley Police', 'Wexley Police apart'])
  expect((await namesOf(charity.first, requestId)).sort()).toEqual(['Open Door', 'Open Door apart'])
  expect(await kindsOf(council.first, requestId)).toEqual(['NOTE', 'PARTY'])
})

test('whatever the police ask of the tables, they find neither the mentor’s note nor that there is one', async () => {
  const { record, charity, police } = await aSharedRecord(world)
  const requestId = await aRequest(world, police.first, record)

  const found = await world.database.read(police.first, async ({ db }: Reading) => {
    const rows = await sql<{ all: string }>`select coalesce(json_agg(t)::text, '') as all from (
      select to_jsonb(i) from subject_access_item i union all select to_jsonb(p) from subject_access_part p
      union all select to_jsonb(e) from event e union all select to_jsonb(b) from subject_access_bundle b) t`.execute(
      db,
    )
    return rows.rows[0]!.all
  })

  expect(found).toContain(requestId)
  expect(found).not.toMatch(/blue boat|mentoring|"is_apart": ?true/)
  expect((await itemsOf(world, charity.first, requestId)).some(({ part }) => part === 'mentoring')).toBe(true)
})

test('a worker, an agency that holds nothing, and a barred manager see no request', async () => {
  const { record, prison } = await aSharedRecord(world)
  const worker = await world.aColleagueOf(prison.first)
  const stranger = await world.aWorkerAt('Health', { kind: 'health', roles: ['MANAGER'] })
  await aRequest(world, prison.first, record)
  await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'a brother')`, [
    prison.second.userId,
    record.personId,
  ])

  for (const actor of [worker, stranger, prison.second]) {
    expect(await world.database.read(actor, (reading) => listRequests(reading, 10, 0))).toEqual([])
  }
})

test('nobody checks what they decided, not even by telling the database that they did', async () => {
  const { record, prison } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  for (const { id, version } of await itemsOf(world, prison.first, requestId)) {
    const decided = { decision: 'RELEASE' as const, exemption: null, marks: [], version }
    await world.database.change(prison.first, (change) => decideItem(change, requestId, id, decided))
  }
  await world.database.change(prison.second, (change) => sendToCheck(change, requestId))
  const [part] = (await partsOf(prison.first, requestId)).filter(({ agencyId }) => agencyId === prison.first.agencyId)

  for (const actor of [prison.first, prison.second]) {
    const own = world.database.change(actor, (change) => passCheck(change, requestId, part!.id))
    await expect(own).rejects.toThrow('subject-access.own-work')
    const smuggled = world.database.change(actor, async ({ db, record: say }) => {
      say({ name: 'smuggled', subjectId: requestId, fieldGroup: 'administration' })
      await sql`update subject_access_part set checked_at = now(), checked_by = ${actor.userId} where id = ${part!.id}`.execute(
        db,
      )
    })
    await expect(smuggled).rejects.toThrow('row-level security')
  }
})

test('what is with the second check cannot be decided again, nor sent while something is open', async () => {
  const { record, prison } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)

  await expect(world.database.change(prison.first, (change) => sendToCheck(change, requestId))).rejects.toThrow(
    'subject-access.undecided',
  )
  await decidedAndChecked(world, prison, requestId)
  const [item] = await itemsOf(world, prison.first, requestId)
  const again = { decision: 'WITHHOLD' as const, exemption: 'CRIME' as const, marks: [], version: item!.version }
  await expect(
    world.database.change(prison.second, (change) => decideItem(change, requestId, item!.id, again)),
  ).rejects.toThrow('subject-access.moved-on')
})

test('the charity hands its mentor’s note over itself, in a copy that the prison cannot take', async () => {
  const { record, prison, charity } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  await decidedAndChecked(world, charity, requestId)
  await built(world, charity.first, requestId)

  const json = await world.database.change(charity.first, (change) => takeCopy(change, requestId, 'json'))

  expect(json.toString()).toContain('blue boat')
  await expect(world.database.change(prison.first, (change) => takeCopy(change, requestId, 'json'))).rejects.toThrow(
    'subject-access.not-found',
  )
})

test('the agency that handles it may become another: parts and copies go along, and one copy is built of both', async () => {
  const { record, prison, council } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  await world.inspect('select hand_facts_over($1, $2, null)', [prison.first.agencyId, council.first.agencyId])

  const parts = await partsOf(council.first, requestId)

  expect(parts.filter(({ agencyId }) => agencyId === council.first.agencyId)).toHaveLength(2)
  await decidedAndChecked(world, council, requestId)
  expect(await partsOf(council.first, requestId)).toHaveLength(4)
})
