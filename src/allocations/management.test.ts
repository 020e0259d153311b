import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { listLoads } from './queries/loads.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aPrison() {
  const manager = await world.aWorkerAt('HMP Fernhall', { name: 'Mel Manager', roles: ['MANAGER'] })
  const amira = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  const tom = await world.aColleagueOf(manager, { name: 'Tom Reed' })
  return { manager, amira, tom }
}
const loadsOf = async (manager: Actor) =>
  Object.fromEntries((await world.database.read(manager, listLoads)).map((load) => [load.accountId, load]))

test('a case weighs what the rule says: what cannot be said yet weighs as the heavier', async () => {
  const { manager, amira } = await aPrison()
  const unknown = await aCase(world, amira)
  const lower = await aCase(world, amira, { familyName: 'Low' })
  await world.insert(`insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-05-01', 'TEST', now(), $2)`, [lower.personId, amira.agencyId]) // biome-ignore format: one line
  await world.inspect(`select summarise_cases(array[$1::uuid], '{identity}')`, [lower.id])

  const before = (await loadsOf(manager))[amira.userId]!
  await site.post(amira, `/cases/${lower.id}/management`, { risk: 'LOW', chosen: '', words: '' })
  const after = (await loadsOf(manager))[amira.userId]!

  expect([before.cases, before.points]).toEqual([2, 4])
  expect([after.cases, after.points]).toEqual([2, 3])
  expect((await site.get(amira, `/cases/${unknown.id}/management`)).body).toContain(
    'because nobody has stated the risk',
  )
  expect((await site.get(amira, `/cases/${lower.id}/management`)).body).toContain('Key work only')
})

test('a choice beside the rule has a reason, and what the rule would say stays to be read', async () => {
  const { amira } = await aPrison()
  const { id } = await aCase(world, amira)

  const bare = await site.post(amira, `/cases/${id}/management`, { risk: 'HIGH', chosen: 'KEY_WORK', words: '' })
  await site.post(amira, `/cases/${id}/management`, { risk: 'HIGH', chosen: 'KEY_WORK', words: 'He settled well.' })
  const page = (await site.get(amira, `/cases/${id}/management`)).body

  expect(bare.statusCode).toBe(422)
  expect(bare.body).toContain('Write why you decide beside the rule')
  for (const said of ['Key work only', 'He settled well.', 'The rule would say: Full offender management'])
    expect(page).toContain(said)
})

test('a coordinator makes the next edition of the rule, and it weighs from then on', async () => {
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  const { manager, amira } = await aPrison()
  await aCase(world, amira)
  const rule = { fullFromRisk: 'HIGH', fullFromMonths: '10', fullWhenRecalled: 'yes', keyWorkPoints: '1' }

  await site.post(coordinator, '/settings/management-rule', { ...rule, fullPoints: '5' })
  const points = (await loadsOf(manager))[amira.userId]!.points
  await site.post(coordinator, '/settings/management-rule', { ...rule, fullPoints: '2' })
  const page = (await site.get(coordinator, '/settings/management-rule')).body

  expect(points).toBe(5)
  expect(page.match(/Replaced/g)).toHaveLength(2)
})
