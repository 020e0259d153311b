import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCohort, anExtract, countAll, pncOf, releasedPeople, researchAgreement, theft } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let police: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  police = await world.aWorkerAt('Police', { kind: 'police' })
  await releasedPeople(world, prison, { from: 1, to: 40, on: '2024-01-15' })
  await researchAgreement(world, [prison, police])
}, 120_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const columns = {
  'column-0': 'PNC',
  'column-1': 'offenceOn',
  'column-2': 'outcome',
  'column-3': 'outcomeOn',
  'column-4': 'kind',
  'column-5': 'category',
}

test('a file is mapped, looked through, kept and taken back', async () => {
  const rows = [theft(1, '2024-06-01', '2024-08-01'), theft(2, '2024-08-01', '2024-06-01'), '2001/0000003Q,2024-06-01,caution,2024-07-01,theft,'] // biome-ignore format: a list
  const pasted = ['pnc,offence date,outcome,outcome date,offence,category', ...rows].join('\n')

  const started = await site.post(police, '/reoffending/extracts', { pasted })
  const mapping = await site.get(police, String(started.headers.location))
  const place = String(started.headers.location).replace('/columns', '')
  const lacking = await site.post(police, `${place}/columns`, { ...columns, 'column-3': '' })
  await site.post(police, `${place}/columns`, columns)
  const preview = await site.get(police, place)
  await site.post(police, `${place}/commit`, {})
  const report = await site.get(police, place)
  await site.post(police, `${place}/undo`, {})

  expect(mapping.body).toMatch(/<option value="offenceOn" selected/)
  expect(lacking.statusCode).toBe(422)
  expect(preview.body).toContain('The outcome comes before the offence')
  expect(preview.body).toContain('The last letter does not fit the number')
  expect(report.body).toContain('1 offence is kept')
  expect((await site.get(police, place)).body).toContain('Taken back')
  expect(await world.inspect('select count(*)::int as n from offence_record')).toEqual([{ n: 0 }])
})

test('a cohort is made, waits, and shows its rate with both frequencies once it is counted', async () => {
  await anExtract(
    world,
    police,
    [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => theft(nth, '2024-06-01', '2024-08-01')),
  )
  const said = { title: 'Winter', prisonId: prison.agencyId, sourceId: police.agencyId }
  const made = await site.post(prison, '/reoffending', { ...said, first: '2024-Q1', last: '2024-Q1' })
  const place = String(made.headers.location)
  const waiting = await site.get(prison, place)

  await countAll(world)

  expect(waiting.body).toContain('being counted in the background')
  const page = await site.get(prison, place)
  expect(page.body).toContain('Of 40 people, 8 committed a proven reoffence within a year: 20.0%')
  expect(page.body).toContain('Frequency, as the Ministry publishes it now')
  expect(page.body).toContain('Frequency, as in older bulletins')
  const csv = await site.get(prison, `${place}.csv`)
  expect(csv.body).toContain('rate,,0.2,')
  expect((await site.get(police, place)).statusCode).toBe(404)
  expect((await site.get(prison, '/reoffending')).body).toContain('20.0%')
})

test('a cohort that is not mature has no rate anywhere, and one with too few people no figure at all', async () => {
  await releasedPeople(world, prison, { from: 101, to: 140, on: '2025-05-15' })
  await releasedPeople(world, prison, { from: 201, to: 210, on: '2023-05-15' })
  const of = { prisonId: prison.agencyId, sourceId: police.agencyId }
  const young = await aCohort(world, prison, { ...of, title: 'Young', from: '2025-04-01', to: '2025-06-30' })
  const small = await aCohort(world, prison, { ...of, title: 'Small', from: '2023-04-01', to: '2023-06-30' })
  await countAll(world)

  const [late, few] = [
    await site.get(prison, `/reoffending/cohorts/${young}`),
    await site.get(prison, `/reoffending/cohorts/${small}`),
  ]
  expect(late.body).toContain('the figures are final from 15 November 2026')
  expect(late.body).not.toMatch(/\b0(\.0)?%/)
  expect(few.body).toContain('Fewer than 30 people')
  expect(few.body).not.toMatch(/\b10 people/)
  const files = [young, small].map((id) => site.get(prison, `/reoffending/cohorts/${id}.csv`))
  for (const { body } of await Promise.all(files)) expect(body).not.toMatch(/^(rate|reoffenders)/m)
})

test('what was typed stays, with what is wrong beside it', async () => {
  const turned = await site.post(prison, '/reoffending', {
    ...{ title: 'Kept', prisonId: prison.agencyId, sourceId: police.agencyId, first: '2025-Q2', last: '2025-Q1' },
  })

  expect(turned.statusCode).toBe(422)
  expect(turned.body).toContain('value="Kept"')
  expect(turned.body).toContain('The last quarter must not come before the first')
})

test('a published figure needs its rate, its period and how it was made', async () => {
  const of = { prisonId: prison.agencyId, sourceId: police.agencyId }
  const id = await aCohort(world, prison, { ...of, title: 'Other', from: '2022-01-01', to: '2022-03-31' })
  const wrong = await site.post(prison, `/reoffending/cohorts/${id}/baseline`, {
    baseId: '',
    rate: '101',
    method: 'Bulletin',
  })

  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Give the rate as a number from 0 to 100')
  expect(wrong.body).toContain('>Bulletin</textarea>')
})

test('a prison brings no offences in, and a number is never told whether the record knows it', async () => {
  expect((await site.get(prison, '/reoffending/extracts')).statusCode).toBe(403)
  const place = await anExtract(world, police, [
    theft(1, '2024-06-03', '2024-08-01'),
    theft(999, '2024-06-03', '2024-08-01'),
  ])

  const { body } = await site.get(police, `/reoffending/extracts/${place}`)
  expect(body).toContain('2 offences are kept')
  expect(body).not.toContain(pncOf(1))
})

test('what reoffending costs stands with its source, as a figure that no place can take for its saving', async () => {
  const { body } = await site.get(prison, '/reoffending')

  expect(body).toContain('£18.1 billion')
  expect(body).toContain('Newton and others, 2019')
  expect(body).toContain('It cannot be split by area')
})
