import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'

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

const list = async (reader: Parameters<Site['get']>[0]) => (await site.get(reader, '/allocations/left')).body

test('the cases of a worker who left are listed for their agency until somebody else is named, and for no other', async () => {
  const manager = await world.aWorkerAt('Prison', { roles: ['MANAGER'], name: 'Ines Marsh' })
  const leaver = await world.aColleagueOf(manager, { name: 'Leo Aver' })
  const stranger = await world.aWorkerAt('Police', { kind: 'police', roles: ['MANAGER'] })
  const { id, personId } = await aCase(world, leaver, { givenName: 'Danny', familyName: 'Okafor' })
  const before = await list(manager)
  await world.inspect('update account set disabled_at = now() where id = $1', [leaver.userId])

  const listed = await list(manager)
  const elsewhere = await list(stranger)
  const [party] = await world.inspect<{ id: string }>('select id from case_party where account_id = $1', [
    leaver.userId,
  ])
  await site.post(manager, `/allocations/${party!.id}/hand-over`, { accountId: manager.userId })

  expect([before, listed, elsewhere].map((page) => page.includes('Danny Okafor'))).toEqual([false, true, false])
  expect(listed).toContain(`href="/cases/${id}/team"`)
  expect(listed).toContain('Leo Aver')
  expect(await list(manager)).toContain('Every case has its worker')
  const looks = await world.inspect(
    `select from audit where account_id = $1 and action = 'consult' and person_ids @> $2`,
    [manager.userId, [personId]],
  )
  expect(looks.length).toBeGreaterThan(0)
})
