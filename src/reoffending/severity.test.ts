import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCohort, anExtract, countAll, pncOf, releasedPeople, researchAgreement, theft } from './builders.ts'
import { loadWeights } from './severity/load-weights.ts'

let world: World
let site: Site
let prison: Actor
let place: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  await releasedPeople(world, prison, { from: 1, to: 40, on: '2024-01-15' })
  await researchAgreement(world, [prison, police])
  const again = Array.from({ length: 12 }, (_, nth) => theft(nth + 1, '2024-06-01', '2024-08-01'))
  const robbery = `${pncOf(13)},2024-06-01,conviction,2024-08-01,Robbery,ACQUISITIVE_VIOLENCE`
  await anExtract(world, police, [...again, robbery])
  place = `/reoffending/cohorts/${await aCohort(world, prison, { prisonId: prison.agencyId, sourceId: police.agencyId })}`
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const load = (rows: string[], header = 'offence_kind,weight,version') =>
  world.database.change(prison, (change) =>
    loadWeights(change, { name: 'index.csv', bytes: Buffer.from([header, ...rows].join('\n')) }),
  )
async function shown() {
  await countAll(world)
  return (await site.get(prison, place)).body
}

test('severity stands beside the rate, by the table that was loaded and with its version', async () => {
  const before = await shown()

  await load(['theft,20,Harm index 2026', 'robbery,40,Harm index 2026'])

  expect(before).not.toContain('Severity for each person')
  expect(await shown()).toMatch(
    /Severity for each person[\s\S]*>7<[\s\S]*By Harm index 2026; every reoffence has a weight/,
  )
  expect((await site.get(prison, `${place}.csv`)).body).toContain('severity_version,,Harm index 2026')
  expect((await site.get(prison, '/reoffending/severity')).body).toContain('In use: Harm index 2026')
})

test('a sum that a few people make up is held back: one weight alone would count out who committed one offence', async () => {
  await load(['robbery,1,Robbery alone'])
  const alone = await shown()
  await load(['theft,1,Digits', 'robbery,1000000,Digits'])
  const inDigits = await shown()

  for (const body of [alone, inDigits])
    expect(body).toContain('Held back: a few people’s reoffences are most of the sum')
  expect((await site.get(prison, `${place}.csv`)).body).toContain('severity_per_person,,HELD_BACK')
})

test.each([
  ['a column is missing', 'kind,weight,version', ['theft,1,A'], { code: 'columns' }],
  ['a weight is a word', undefined, ['theft,1,A', 'robbery,much,A'], { code: 'weight', row: 3 }],
  ['a weight is below nothing', undefined, ['theft,-1,A'], { code: 'weight', row: 2 }],
  ['two versions are mixed', undefined, ['theft,1,A', 'robbery,2,B'], { code: 'version-differs', row: 3 }],
  ['a kind comes twice', undefined, ['Theft,1,A', 'theft ,2,A'], { code: 'kind-twice', row: 3 }],
  ['nothing has a weight', undefined, ['theft,,', 'robbery,,'], { code: 'none' }],
])('a table is refused by row and cure where %s, and the last one stays', async (_, header, rows, problem) => {
  expect(await load(rows, header)).toEqual(problem)

  expect((await site.get(prison, '/reoffending/severity')).body).toContain('In use: Digits')
})

test('another agency has a table of its own', async () => {
  const other = await world.aWorkerAt('Council', { kind: 'council' })

  expect((await site.get(other, '/reoffending/severity')).body).toContain('No table is loaded')
  const template = await site.get(other, '/reoffending/severity.csv')
  expect(template.body).toMatch(/^offence_kind,weight,version\n/)
  expect(template.body).not.toMatch(/\d,/)
})
