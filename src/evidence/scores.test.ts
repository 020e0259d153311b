import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import {
  aCohort,
  anExtract,
  countAll,
  pncOf,
  releasedPeople,
  researchAgreement,
  theft,
} from '../reoffending/builders.ts'

let world: World
let site: Site
let prison: Actor
beforeAll(async () => {
  world = await openWorld()
  world.time.now = new Date('2027-03-02T09:30:00Z') // two years and the courts are over
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  await releasedPeople(world, prison, { from: 1, to: 60, on: '2024-01-15', born: '2002-05-04' })
  await releasedPeople(world, prison, { from: 61, to: 120, on: '2024-01-16', born: '1980-05-04' })
  await releasedPeople(world, prison, { from: 121, to: 124, on: '2024-01-17', born: '1990-05-04' })
  await researchAgreement(world, [prison, police])
  const people = Array.from({ length: 124 }, (_, nth) => nth + 1)
  const history = people.flatMap(
    (nth) =>
    Array.from({ length: nth % 3 === 0 ? 14 : 1 }, (_, back) => theft(nth, `20${20 - (back % 3)}-0${(back % 9) + 1}-01`, `20${20 - (back % 3)}-0${(back % 9) + 1}-1${back % 9}`)), // biome-ignore format: one line
  )
  await anExtract(world, police, history, true)
  const again = people
    .filter((nth) => nth % 5 < 2)
    .map((nth) => `${pncOf(nth)},2024-06-01,conviction,2024-08-01,theft,`)
  await anExtract(world, police, again)
  await aCohort(world, prison, { prisonId: prison.agencyId, sourceId: police.agencyId, title: 'Winter' })
  await countAll(world)
}, 240_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

test('the score that the record works out is laid beside what happened, group by group, and said to be an indicator', async () => {
  const { body } = await site.get(prison, '/evidence/scores')

  expect(body).toContain('Winter')
  expect(body).toMatch(/Everybody[\s\S]*18-24[\s\S]*Men/)
  expect(body).toContain('A score is only an indicator')
  expect(body).not.toMatch(/NaN|Infinity|undefined/)
})

test('a group of four is on no page, and the next smallest goes with it: else it were what is left of everybody', async () => {
  const { body } = await site.get(prison, '/evidence/scores')
  const table = body.slice(body.indexOf('By age at release'), body.indexOf('By sex'))

  expect(table).toContain('2 groups are too small to be shown, or would give a smaller one away')
  expect(table).not.toMatch(/25-34|35\+/)
  expect(table).toMatch(/>125<[\s\S]*>60</) // to the nearest five
})

test('another agency has no scores to look at', async () => {
  const council = await world.aWorkerAt('Council', { kind: 'council' })

  expect((await site.get(council, '/evidence/scores')).body).toContain('There is nothing to show yet')
})
