import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { startLive } from '../platform/live.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMorning } from './builders.ts'
import { bePresent } from './keep-hub.ts'
import { readLiveBoard } from './read-board.ts'
import { shareDesks } from './shared-desks.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('boards of one agency share what is read of the desks until the hub changes, and no other agency is given it', async () => {
  const { prison, housing, hub } = await aMorning(world)
  const colleague = await world.aColleagueOf(housing)
  const stranger = await world.aWorkerAt('Elsewhere', { kind: 'charity' })
  let changes = 1
  const readToday = shareDesks(() => changes)
  const board = (actor: Actor) => world.database.read(actor, (reading) => readLiveBoard(reading, hub.id, readToday))

  const [one, other, theirs] = await Promise.all([housing, colleague, prison].map(board))
  await world.database.change(housing, (change) => bePresent(change, hub.id, true))
  changes += 1
  const after = await board(housing)
  const colleagues = await board(colleague)

  expect(other!.desks).toBe(one!.desks)
  expect(theirs!.desks).not.toBe(one!.desks)
  expect([one!.isIn, after.isIn, colleagues.isIn]).toEqual([false, true, false])
  await expect(board(stranger)).rejects.toMatchObject({ code: 'hub.not-found' })
})

test('while nobody hears of changes nothing is shared, and a desk that is added or away is heard of', async () => {
  const { prison, housing, hub } = await aMorning(world)
  const live = await startLive(world.appUrl)
  const readToday = shareDesks(live.changesOf)
  const board = (actor: Actor) => world.database.read(actor, (reading) => readLiveBoard(reading, hub.id, readToday))
  const [unheard, anew] = [await board(housing), await board(housing)]

  const leave = live.listen(hub.id, () => {})
  await expect.poll(() => live.changesOf(hub.id)).toBeDefined()
  const before = live.changesOf(hub.id)!
  await world.inspect(
    `insert into hub_desk_day (desk_id, on_day, is_in, changed_by, changed_at) values ($1, '2026-03-02', false, $2, now())`,
    [hub.partnerDesk, prison.userId],
  )
  await expect.poll(() => live.changesOf(hub.id)).toBe(before + 1)
  await world.inspect('update hub_desk set ended_at = now() where id = $1', [hub.partnerDesk])
  await expect.poll(() => live.changesOf(hub.id)).toBe(before + 2)
  leave()

  expect(anew.desks).not.toBe(unheard.desks)
  expect(live.changesOf(hub.id)).toBeUndefined()
  await live.stop()
})
