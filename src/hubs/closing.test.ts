import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMorning, openLines, somebodyCame } from './builders.ts'
import { moveTicket } from './move-ticket.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('a hub is closed by its manager once nobody waits: its desks and screens end, and nobody finds it any more', async () => {
  const { prison, housing, hub } = await aMorning(world)
  const colleague = await world.aColleagueOf(prison)
  await site.post(prison, `/hubs/${hub.id}/screens`, { kind: 'WALL' })
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, firstName: 'Robin' })
  const close = (by: typeof prison) => site.post(by, `/hubs/${hub.id}/close`, {})

  const early = await close(prison)
  const [line] = await openLines(world, prison, hub.id)
  await world.database.change(prison, (change) => moveTicket(change, line!.id, 'leave', line!.version))
  const ofOthers = [await close(colleague), await close(housing)]
  const done = await close(prison)

  expect(early.statusCode).toBe(422)
  expect(early.body).toContain('Somebody still waits')
  expect(ofOthers.map(({ statusCode }) => statusCode)).toEqual([403, 403])
  expect(done.headers.location).toBe('/hubs')
  for (const each of [prison, housing]) {
    expect((await site.get(each, `/hubs/${hub.id}`)).statusCode).toBe(404)
    expect((await site.get(each, '/hubs')).body).not.toContain(`href="/hubs/${hub.id}`)
  }
  expect(
    await world.inspect(
      `select (select count(*)::int from hub_desk where hub_id = $1 and ended_at is null) as desks,
         (select count(*)::int from hub_screen where hub_id = $1 and ended_at is null) as screens`,
      [hub.id],
    ),
  ).toEqual([{ desks: 0, screens: 0 }])
})
