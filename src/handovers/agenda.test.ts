import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aHandover, aMeeting } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

let amira: Actor
let jo: Actor
let danny: BuiltCase
beforeEach(async () => {
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  jo = await world.aWorkerAt('Wexley Probation', { name: 'Jo Bell', kind: 'probation' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(amira, (change) => addSupervision(change, danny.id, { agencyId: jo.agencyId }))
})

test('the agenda holds what both workers see, is kept at the meeting, and each reader reads their own parts', async () => {
  await aNeed(world, amira, danny.id, { words: 'Nowhere to sleep' })
  const id = await aHandover(world, amira, danny.id, jo)
  const live = await site.get(jo, `/handovers/${id}/agenda`)
  await aMeeting(world, amira, id)
  await aNeed(world, amira, danny.id, { words: 'Came up later' })

  const kept = await site.get(jo, `/handovers/${id}/agenda`)
  await world.inspect(`update sight set reads = array_remove(reads, 'needs') where case_id = $1 and audience_id = $2`, [
    danny.id,
    jo.userId,
  ])
  await world.inspect(`update sight set reads = array_remove(reads, 'needs') where case_id = $1 and audience_id = $2`, [
    danny.id,
    jo.agencyId,
  ])
  const narrowed = await site.get(jo, `/handovers/${id}/agenda`)

  for (const { body } of [live, kept]) expect(body).toContain('Nowhere to sleep')
  expect(kept.body).not.toContain('Came up later')
  expect(narrowed.body).not.toContain('Nowhere to sleep')
})

test('what the other worker does not see is not laid before either', async () => {
  await aNeed(world, amira, danny.id, { words: 'Nowhere to sleep' })
  const id = await aHandover(world, amira, danny.id, jo)
  await world.inspect(
    `update sight set reads = array_remove(reads, 'needs') where case_id = $1 and audience_id in ($2, $3)`,
    [...[danny.id, jo.userId, jo.agencyId]],
  )

  const agenda = await site.get(amira, `/handovers/${id}/agenda`)

  expect(agenda.statusCode).toBe(200)
  expect(agenda.body).not.toContain('Nowhere to sleep')
})
