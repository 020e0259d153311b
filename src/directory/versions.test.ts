import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aService } from './builders.ts'

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

test('a check that does not say which version was seen changes nothing, and is no fault', async () => {
  const keeper = await world.aWorkerAt('Harbour', { roles: ['MANAGER'] })
  const id = await aService(world, keeper)

  const answer = await site.post(keeper, `/services/${id}/withdraw`, {})

  expect(answer.statusCode).toBe(409)
})
