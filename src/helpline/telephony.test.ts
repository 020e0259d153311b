import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCall, aLine, aSwitchboard, type Night } from './builders.ts'
import { makeSwitchKey } from './keep-line.ts'
import { listMeasureRows, listMeasures, type RowKind } from './queries/measures.ts'
import { readBoard } from './read-board.ts'

let world: World
let site: Site
let night: Night
let rings: ReturnType<typeof aSwitchboard>

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  night = await aLine(world)
  const secret = await world.database.change(night.manager, (change) => makeSwitchKey(change, night.lineId))
  rings = aSwitchboard(night.lineId, secret)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const send = async (message: ReturnType<typeof rings>) => (await site.app.inject(message)).statusCode
const after = (seconds: number) => new Date(world.time.now.getTime() + seconds * 1000)
const calls = async () =>
  (await world.database.read(night.operator, (reading) => readBoard(reading, night.lineId))).calls

test('a call that rings waits on the board, is answered there, and one that ends unanswered is missed', async () => {
  expect(await send(rings('ringing', 'a', after(-40), { from: '07700 900001' }))).toBe(202)
  expect(await send(rings('ringing', 'b', after(-30)))).toBe(202)
  const waiting = await calls()
  await send(rings('answered', 'a', after(-20)))
  await send(rings('ended', 'b', after(-5)))

  const now = await calls()

  expect(waiting.map(({ state, fromPhone }) => [state, fromPhone])).toEqual([['WAITING', '07700 900001'], ['WAITING', '']]) // biome-ignore format: one line
  expect(now.map(({ state }) => state)).toEqual(['WAITING', 'MISSED'])
})

test('messages in another order, or twice, tell of one call', async () => {
  const twice = rings('ended', 'c', after(-1))
  const statuses = [await send(twice), await send(twice), await send(rings('answered', 'c', after(-50))), await send(rings('ringing', 'c', after(-60)))] // biome-ignore format: one line

  const [call] = await world.inspect(
    `select rang_at, answered_at, hung_up_at from helpline_call where switch_ref = 'c'`,
  )

  expect(statuses).toEqual([202, 202, 202, 202])
  expect(call).toEqual({ rang_at: after(-60), answered_at: after(-50), hung_up_at: after(-1) })
})

test('a wrong signature, an old message, another line’s key and no line at all are answered alike, and change nothing', async () => {
  const other = await aLine(world)
  const good = rings('ringing', 'x', world.time.now)
  const bad = [
    { ...good, payload: good.payload.replace('"x"', '"y"') },
    rings('ringing', 'x', world.time.now, { sentAt: after(-301) }),
    { ...good, url: `/helpline-telephony/${other.lineId}` },
    { ...good, url: '/helpline-telephony/5f0c6b1e-0000-4000-8000-000000000000' },
    { ...good, url: '/helpline-telephony/nothing' },
    { ...good, headers: { 'content-type': 'application/json' } },
  ]

  const answers = await Promise.all(bad.map((message) => site.app.inject(message)))

  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(bad.map(() => [401, '']))
  expect(await world.inspect(`select from helpline_call where switch_ref in ('x', 'y')`)).toEqual([])
})

test('what is signed and says nothing that we know is refused; the key is read back by nobody', async () => {
  expect(await send(rings('ringing', '', world.time.now))).toBe(422)
  const read = world.database.read(night.manager, ({ db }) =>
    db.selectFrom('helpline_key').select('inner_pad').execute(),
  )
  await expect(read).rejects.toThrow(/permission denied/)
})

test('each number of the report opens as many rows as it says, and the file by day says the same', async () => {
  await aCall(world, night, { when: '15', phone: '1' })
  world.time.now = after(14 * 60)
  const span = { from: after(-86_400), until: after(60) }
  const read = <T>(work: Parameters<typeof world.database.read<T>>[1]) => world.database.read(night.operator, work)
  const [measures] = await read((reading) => listMeasures(reading, night.lineId, [span]))
  const rowsOf = async (kind: RowKind) =>
    (await read((reading) => listMeasureRows(reading, night.lineId, kind, span))).length

  const page = await site.get(night.manager, `/helpline/${night.lineId}/reports?days=7`)
  const file = await site.get(night.manager, `/helpline/${night.lineId}/reports.csv?days=7`)

  expect(measures).toMatchObject({ calls: 4, answered: 3, missed: 1, medianSeconds: 15, ninetiethSeconds: 19 })
  expect([await rowsOf('calls'), await rowsOf('answered'), await rowsOf('missed')]).toEqual([4, 3, 1])
  expect(page.body).toContain('Time to answer, half')
  expect(file.body).toMatch(/^\uFEFFDay,Hours of the time,Hours covered,Calls,/)
  expect(file.body.split('\n').at(-2)).toMatch(/^2026-03-02,[\d.]+,0,4,3,1,15,19,0,0,0,0,0,EX-/)
})
