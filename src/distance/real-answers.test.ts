import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSubmittedAssessment, withQuestionSets } from '../assessments/builders.ts'
import { aCase } from '../cases/builders.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
}, 60_000)
afterAll(() => world.close())

test('answers that were given on the page, and changed on the page, tell how far somebody came and where they slept', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall', { roles: ['WORKER', 'MANAGER'] })
  const { id, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await aSubmittedAssessment(world, prison, id, { ACCOMMODATION: { 'accommodation-first-night': 'NONE' } })
  world.time.now = new Date('2026-05-20T09:30:00Z')
  await aSubmittedAssessment(
    world,
    prison,
    id,
    { ACCOMMODATION: { 'accommodation-first-night': 'FAMILY' } },
    'RESETTLEMENT_PLAN',
  )

  await world.insert(
    `insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id) values ($1, $2, '2026-01-02', '2026-05-21', 'RELEASED', $2) returning id`,
    [personId, prison.agencyId],
  )
  world.time.now = new Date('2026-06-01T09:30:00Z')

  const travelled = await world.inspect(
    `select first_rank, last_rank from private.steps_travelled() where measure = 'HOUSING'`,
    [],
  )
  expect(travelled).toEqual([{ first_rank: 0, last_rank: 2 }])
  const settled = await world.inspect(`select is_met from counted_first_night_settled('2026-05-01', '2026-06-01')`, [])
  expect(settled).toEqual([{ is_met: true }])
})
