import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { enterReleaseDate } from '../enter-date.ts'
import { aPersonInside, lineOf, monday, record, say } from './builders.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('once out, the lists show the day on which somebody went; once back, no date from before', async () => {
  const { prison, area, id, personId } = await aPersonInside(world)
  const date = (kind: 'CRD' | 'PRRD', day: string, isRecalled = false) =>
    world.database.change(prison, (change) => enterReleaseDate(change, personId, { kind, day, isRecalled }))
  const shown = async () => {
    const { release_on: on, release_type: kind } = await lineOf(world, id)
    return [kind, on]
  }
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-03-02', $2)`,
    [id, area.agencyId, area.userId],
  )

  await date('CRD', '2026-03-03')
  const before = await shown()
  await record(world, prison, personId, say('RELEASE'))
  const out = await shown()
  world.time.now = new Date('2026-03-05T09:30:00Z')
  await record(world, area, personId, say('RECALL', { toAgencyId: prison.agencyId, happenedOn: '2026-03-05' }))
  await record(world, prison, personId, say('RECEPTION', { wing: 'B', happenedOn: '2026-03-05' }))
  const back = await shown()
  await date('PRRD', '2026-04-02', true)

  expect([before, out, back, await shown()]).toEqual([
    ['CRD', '2026-03-03'],
    ['RELEASED', monday],
    [null, null],
    ['PRRD', '2026-04-02'],
  ])
})
