import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anIntegrationOf } from './builders.ts'

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

test('a prison’s system tells of many movements at once: each has its own answer, and what was told before is kept once', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId } = await aCase(world, prison, { number: 'A1234BC' })
  const integration = await anIntegrationOf(world, site, prison)
  const received = { externalId: '1', prisonNumber: 'a1234bc', kind: 'RECEPTION', happenedOn: '2026-03-01', wing: 'A' }
  const movements = [
    received,
    { externalId: '2', personId, kind: 'RECALL', happenedOn: '2026-03-02', toPrison: 'ZZZ' },
    { externalId: '3', prisonNumber: 'A9999ZZ', kind: 'MOVE', happenedOn: '2026-03-02' },
    { externalId: '4', personId, kind: 'COURT_OUT', happenedOn: '2026-03-02' },
  ]

  const first = await integration.post('/movements', { movements })
  const again = await integration.post('/movements', { movements: [received] })

  expect(first.statusCode).toBe(200)
  expect(first.json().results).toMatchObject([
    { externalId: '1', outcome: 'RECORDED', code: null },
    { externalId: '2', outcome: 'REFUSED', code: 'movement.never-released', field: 'kind', movementId: null },
    { externalId: '3', outcome: 'REFUSED', code: 'person.not-found' },
    { externalId: '4', outcome: 'RECORDED' },
  ])
  expect(again.json().results).toMatchObject([
    { outcome: 'ALREADY_RECORDED', movementId: first.json().results[0].movementId },
  ])
})

test('more than 500 at once and a day that does not exist are refused before anything is written', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId } = await aCase(world, prison)
  const integration = await anIntegrationOf(world, site, prison)
  const movement = { externalId: '9', personId, kind: 'RECEPTION', happenedOn: '2026-03-01' }

  const many = await integration.post('/movements', { movements: Array(501).fill(movement) })
  const wrong = await integration.post('/movements', { movements: [{ ...movement, happenedOn: '2026-02-31' }] })

  expect([many.statusCode, wrong.statusCode]).toEqual([422, 422])
  const rows = await world.inspect('select 1 from movement where person_id = $1', [personId])
  expect(rows).toEqual([])
})
