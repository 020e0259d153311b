import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { beginSurvey, enterReply } from './keep-survey.ts'
import { listResults } from './queries/surveys.ts'

let world: World
let prison: Actor
let charity: Actor
let coordinator: Actor
let id: string
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  charity = await world.aWorkerAt('Walk on', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  id = await world.database.change(coordinator, (change) => beginSurvey(change, 'PERSON'))
}, 60_000)
afterAll(() => world.close())

/** So many more answered, all at once, and so many of them said yes. Each test has a question of its own. */
const answered = (
  item: string,
  yes: number,
  of: number,
  more: { by?: Actor; typedBy?: Actor; month?: string } = {},
) => {
  const { by = prison, typedBy = by, month = '2026-01-01' } = more
  return world.inspect(
    `insert into survey_reply (survey_id, version, month, agency_id, way, answers, entered_by)
     select $1, 1, $2, $3, 'PAPER', jsonb_build_object($4::text, case when n <= $5 then 'YES' else 'NO' end), $6 from generate_series(1, $7) n`,
    [id, month, by.agencyId, item, yes, typedBy.userId, of],
  )
}
const told = async (item: string, reader: Actor) => {
  const results = await world.database.read(reader, (reading) => listResults(reading, id))
  return results.filter((one) => one.item === item).map(({ answered: of, yes }) => [yes, of])
}

test('nobody has one person’s answer by looking before and after it: what is told moves in steps of ten that may be told by themselves', async () => {
  await answered('plan', 20, 40)
  const before = await told('plan', coordinator)
  for (let nth = 0; nth < 9; nth += 1) await answered('plan', nth % 2, 1)
  const after = await told('plan', coordinator)
  await answered('plan', 0, 1) // the tenth: four of ten said yes, which is few
  const few = await told('plan', coordinator)
  await answered('plan', 1, 1) // five of eleven: told now, it would say that this one said yes
  const crossed = await told('plan', coordinator)
  await answered('plan', 4, 9)

  expect([before, after, few, crossed]).toEqual([[[20, 40]], [[20, 40]], [[20, 40]], [[20, 40]]])
  expect(await told('plan', coordinator)).toEqual([[29, 60]])
  expect(await told('plan', prison)).toEqual([[29, 60]])
})

test('nor by waiting until a number that was covered is told for the first time', async () => {
  await answered('asked', 4, 14)
  const covered = await told('asked', coordinator)
  await answered('asked', 1, 1) // the fifth yes
  const next = await told('asked', coordinator)
  await answered('asked', 3, 9)

  expect([covered, next]).toEqual([[[null, 14]], [[null, 14]]])
  expect(await told('asked', coordinator)).toEqual([[8, 24]])
})

test('a manager who knows their own agency’s answers has not the few of another from the whole', async () => {
  await answered('helped', 3, 12, { by: charity })
  await answered('helped', 50, 100)

  expect(await told('helped', prison)).toEqual([[50, 100]])
  expect(await told('helped', charity)).toEqual([[null, 12]])
  expect(await told('helped', coordinator)).toEqual([[null, 112]])
})

test('the whole is told where no agency’s part would be had from it', async () => {
  await answered('course', 50, 100)
  await answered('course', 6, 12, { by: charity })

  expect(await told('course', coordinator)).toEqual([[56, 112]])
})

test('a manager who typed in most of the answers themself has not the few of others by taking theirs away', async () => {
  const [typist, other] = [await world.aColleagueOf(prison), await world.aColleagueOf(prison, { roles: ['MANAGER'] })]
  await answered('typed', 1, 2, { typedBy: typist })
  await answered('typed', 9, 18)
  await answered('shared', 6, 12, { typedBy: typist })
  await answered('shared', 5, 10)

  const first = await told('typed', prison)
  await answered('typed', 5, 9) // no more is told by then, and typing in more opens nothing
  const later = await told('typed', prison)

  expect([first, later]).toEqual([[[null, 20]], [[null, 20]]])
  for (const reader of [other, coordinator]) expect(await told('typed', reader)).toEqual([[10, 20]])
  expect(await told('shared', prison)).toEqual([[11, 22]])
})

test('what was counted is what stands in the replies, and goes along when an agency merges into another', async () => {
  await answered('told-once', 12, 30)
  await answered('told-once', 10, 20, { by: charity })
  await answered('told-once', 5, 11, { by: charity, month: '2026-03-01' })
  const counted = () =>
    world.inspect(
      `select c.answered, c.yes, n.answered as "rows", n.yes as "rowsYes" from survey_count c, lateral (
        select count(*)::int as answered, (count(*) filter (where r.answers ->> c.item = 'YES'))::int as yes from survey_reply r
        where r.survey_id = c.survey_id and r.answers ? c.item and date_trunc('quarter', r.month) = c.quarter
          and (c.agency_id is null or r.agency_id = c.agency_id)) n
       where c.survey_id = $1 and (n.answered, n.yes) is distinct from (c.answered, c.yes)`,
      [id],
    )

  expect(await counted()).toEqual([])
  await world.inspect('update survey_reply set agency_id = $1 where agency_id = $2', [
    prison.agencyId,
    charity.agencyId,
  ])

  expect(await counted()).toEqual([])
  expect(await told('told-once', charity)).toEqual([])
  expect(await told('told-once', prison)).toEqual([[27, 61]])
})

test('where so many replies went to another agency that fewer than ten are left, how many are left is not told', async () => {
  await answered('left', 6, 12, { by: charity })
  expect(await told('left', charity)).toEqual([[6, 12]])

  await world.inspect(
    `update survey_reply set agency_id = $1 where ctid in (
       select ctid from survey_reply where agency_id = $2 and answers ? 'left' limit 4)`,
    [prison.agencyId, charity.agencyId],
  )

  expect(await told('left', charity)).toEqual([[null, null]])
})

test('two who reply at once are both counted, and nobody reads or writes the counts', async () => {
  await Promise.all(
    Array.from({ length: 12 }, (_, nth) =>
      world.database.change(prison, (change) =>
        enterReply(change, id, {
          month: '2026-01-01',
          way: 'SCREEN',
          answers: { 'at-once': nth % 2 ? 'YES' : 'NO', date: 'NO' },
        }),
      ),
    ),
  )

  const kept = `select answered, yes from survey_count where item = 'at-once' and agency_id = $1`
  expect(await world.inspect(kept, [prison.agencyId])).toEqual([{ answered: 12, yes: 6 }])
  expect((await told('at-once', prison))[0]![1]).toBeGreaterThanOrEqual(10)
  for (const verb of ['select answered from survey_count', `update survey_count set answered = 99`]) {
    await expect(world.database.change(coordinator, ({ db }) => asked(db, verb))).rejects.toThrow(/permission denied/)
  }
})

const asked = async (db: { executeQuery(query: never): Promise<unknown> }, text: string) =>
  db.executeQuery({ sql: text, parameters: [], query: { kind: 'RawNode' }, queryId: { queryId: newId() } } as never)
