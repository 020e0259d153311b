import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aStep } from '../plans/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anIntegrationOf, aTeamOn } from './builders.ts'

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

const key = { 'idempotency-key': '0199b1c0-0000-7000-8000-00000000001c' }
const wish = { words: 'I want to see my son', kind: 'INNER', pathways: ['CHILDREN_FAMILIES_AND_COMMUNITY'] }

async function aSystem() {
  const prison = await world.aWorkerAt('Fernhall')
  const danny = await aCase(world, prison)
  await aTeamOn(world, prison, danny.id)
  return { prison, danny, system: await anIntegrationOf(world, site, prison) }
}

test('a system adds a goal once, however often it sends it, and reads the plan with its steps', async () => {
  const { prison, danny, system } = await aSystem()

  const first = await system.post(`/cases/${danny.id}/goals`, wish, key)
  const again = await system.post(`/cases/${danny.id}/goals`, wish, key)
  await aStep(world, prison, danny.id, { title: 'Write to his mother', goalId: first.json().id })
  const plan = await system.get(`/cases/${danny.id}/plan`)

  expect([first.statusCode, again.statusCode, again.json().id]).toEqual([201, 201, first.json().id])
  expect(plan.json().goals).toEqual([first.json()])
  expect(first.json()).toMatchObject({ ...wish, status: 'ACTIVE', version: 1, closedAt: null })
  expect(plan.json().steps).toMatchObject([{ title: 'Write to his mother', goalId: first.json().id }])
})

test('a goal is reached; of two systems that change it the second is refused, and removing one needs a reason', async () => {
  const { danny, system } = await aSystem()
  const { id } = (await system.post(`/cases/${danny.id}/goals`, wish)).json()
  const move = (body: object) => system.post(`/goals/${id}/status`, body)

  const silent = await move({ status: 'REMOVED', version: 1 })
  const reached = await move({ status: 'ACHIEVED', reason: 'He came on Sunday', version: 1 })
  const late = await move({ status: 'FUTURE', version: 1 })

  expect([silent.statusCode, silent.json().code]).toEqual([403, 'goal.reason-missing'])
  expect(reached.json()).toMatchObject({ status: 'ACHIEVED', statusReason: 'He came on Sunday', version: 2 })
  expect([late.statusCode, late.json().code]).toEqual([409, 'goal.changed-meanwhile'])
})

test('another agency finds no plan and no goal; wrong words, needs and keys are named', async () => {
  const { danny, system } = await aSystem()
  const other = await aSystem()
  const { id } = (await system.post(`/cases/${danny.id}/goals`, wish, { 'idempotency-key': '0199b1c0-0000-7000-8000-00000000002c' })).json() // biome-ignore format: one line

  const unseen = [
    await other.system.get(`/cases/${danny.id}/plan`),
    await other.system.post(`/cases/${danny.id}/goals`, wish),
    await other.system.post(`/goals/${id}/status`, { status: 'ACHIEVED', version: 1 }),
  ]
  const wrong = await system.post(`/cases/${danny.id}/goals`, { words: ' ', kind: 'BOTH', colour: 'red' })

  expect(unseen.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json().problems.map(({ field }: { field: string }) => field)).toEqual(['words', 'kind', 'colour'])
})
