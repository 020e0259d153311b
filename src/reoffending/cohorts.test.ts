import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCohort, anExtract, countAll, pncOf, releasedPeople, researchAgreement, theft } from './builders.ts'
import type { CountedArea } from './count-cohort.ts'
import { commitExtract, startExtract, undoExtract } from './extracts/bring-in.ts'
import { reoffendingJobs } from './jobs.ts'
import { setBaseline } from './keep-cohort.ts'
import { listMembers } from './queries/results.ts'
import { readCohort } from './read-cohort.ts'
import { scoreArp } from './scores/arp.ts'
import { shownAreas } from './shown.ts'

// The clock of the world stands on 2 March 2026: who left by August 2024 is mature.

let world: World
let prison: Actor
let police: Actor
let cohort: string
const read = (actor: Actor, id: string) => world.database.read(actor, (reading) => readCohort(reading, id))
const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, nth) => from + nth)

beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('HMP Fernhall')
  police = await world.aWorkerAt('Police', { kind: 'police' })
  const [north, south] = [
    await world.aWorkerAt('North', { kind: 'probation' }),
    await world.aWorkerAt('South', { kind: 'probation' }),
  ]
  await releasedPeople(world, prison, { from: 1, to: 40, on: '2024-01-15', supervisor: north })
  await releasedPeople(world, prison, { from: 41, to: 80, on: '2024-02-15', supervisor: south })
  await releasedPeople(world, prison, { from: 81, to: 90, on: '2024-05-15' })
  cohort = await aCohort(world, prison, { prisonId: prison.agencyId, sourceId: police.agencyId })
}, 120_000)
afterAll(() => world.close())

test('nothing is counted of another agency’s offences until an agreement opens research', async () => {
  await anExtract(world, police, [
    ...names(1, 12).map((nth) => theft(nth, '2024-06-01', '2024-09-01')),
    ...names(1, 3).map((nth) => theft(nth, '2024-06-02', '2024-09-01')),
    ...names(41, 50).map((nth) => theft(nth, '2024-02-15', '2024-09-01')), // on the day itself
    theft(60, '2024-01-01', '2024-09-01'), // before the gate
    theft(61, '2025-02-15', '2025-03-01'), // a year later
    theft(95, '2024-06-01', '2024-09-01'), // nobody whom the record knows
  ])
  await countAll(world)
  const before = await read(prison, cohort)

  await researchAgreement(world, [prison, police])
  await countAll(world)

  expect(before.shown).toEqual({ state: 'NOT_AGREED' })
  expect((await read(prison, cohort)).shown).toEqual({
    ...{ state: 'SHOWN', people: 80, reoffenders: 22, reoffences: 25, matureOn: '2025-08-15', severity: null },
  })
})

test('areas are compared at the age and sex of their own people', async () => {
  const { areas } = await read(prison, cohort)

  expect(areas).toEqual({
    areas: [
      { area: 'North', people: 40, reoffenders: 12, expected: expect.closeTo(11, 6) },
      { area: 'South', people: 40, reoffenders: 10, expected: expect.closeTo(11, 6) },
    ],
    held: [],
  })
})

test('who brought offences in reads them back, and no other agency does, nor do people of a cohort have names', async () => {
  const count = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from offence_record`.execute(db)
      return rows[0]!.n
    })

  expect(await count(police)).toBe(28)
  expect(await count(prison)).toBe(0)
  await expect(world.database.read(prison, (reading) => listMembers(reading, cohort))).rejects.toThrow('program alone')
  await expect(read(police, cohort)).rejects.toThrow('cohort.not-found')
})

test('the same file again counts nothing twice where its offences have references, and an undone one is gone', async () => {
  const header = 'pnc,reference,offence date,outcome,outcome date'
  const bring = (rows: string[]) => anExtractOf([header, ...rows])
  const first = await bring([`${pncOf(70)},R1,2024-06-01,pending,`, `${pncOf(71)},R2,2024-06-01,caution,2024-07-01`])
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  await bring([`${pncOf(70)},R1,2024-06-01,conviction,2024-08-01`, `${pncOf(71)},R2,2024-06-01,caution,2024-07-01`])
  await countAll(world)
  const told = await read(prison, cohort)

  await world.database.change(police, (change) => undoExtract(change, first))
  await countAll(world)

  expect(told.shown).toMatchObject({ reoffenders: 24, reoffences: 27 })
  expect((await read(prison, cohort)).shown).toMatchObject({ reoffenders: 24, reoffences: 27 })
})

test('only police and probation bring offences in', async () => {
  const bytes = Buffer.from('pnc,offence date,outcome,outcome date\n')

  await expect(
    world.database.change(prison, (change) => startExtract(change, { name: 'x.csv', bytes })),
  ).rejects.toThrow('extract.not-a-source')
})

test('a cohort that differs from another by a handful is held back, for the handful could be told', async () => {
  const of = { prisonId: prison.agencyId, sourceId: police.agencyId }
  const half = await aCohort(world, prison, { ...of, title: 'Half a year', to: '2024-06-30' })
  const few = await aCohort(world, prison, { ...of, title: 'Few', from: '2024-04-01', to: '2024-06-30' })
  await countAll(world)

  expect((await read(prison, half)).shown).toEqual({ state: 'TOO_CLOSE' })
  expect((await read(prison, few)).shown).toEqual({ state: 'FEW_PEOPLE' })
  expect((await read(prison, cohort)).shown.state).toBe('SHOWN')
})

test('a cohort is set beside its baseline, with period and method, and says whether chance explains the difference', async () => {
  const said = { baseId: null, rate: 0.5, people: 400, from: '2022-01-01', to: '2022-12-31', method: 'Bulletin' }
  await world.database.change(prison, (change) => setBaseline(change, cohort, said))

  const { baseline } = await read(prison, cohort)
  expect(baseline).toMatchObject({ state: 'SHOWN', rate: 0.5, baseline: { method: 'Bulletin', from: '2022-01-01' } })
  expect(baseline).toMatchObject({ difference: 24 / 80 - 0.5, interval: { upper: expect.closeTo(-0.08, 2) } })
})

test('the predictor is asked only of whole histories, and only when its two years are over', async () => {
  await anExtract(
    world,
    police,
    names(1, 50).map((nth) => theft(nth, '2020-01-01', '2020-02-01')),
    true,
  )
  await countAll(world)

  const { expectation, shown } = await read(prison, cohort)
  expect(shown).toMatchObject({ reoffenders: 24 })
  expect(expectation).toMatchObject({ state: 'NOT_MATURE', scored: 50, matureOn: '2026-08-15' })
  const facts = { sex: 'M', ageAtFollowUp: 33, ageAtConviction: 29, ageAtFirstSanction: 29, totalSanctions: 1 } as const
  const { twoYear } = scoreArp({ ...facts, offence: 'THEFT_NON_MOTOR', offenceFreeMonths: 0 })
  expect(expectation).toMatchObject({ expected: expect.closeTo(50 * twoYear, 9) })
})

test('offences are forgotten after seven years', async () => {
  const run = (now: string) => {
    world.time.now = new Date(now)
    const actor = systemFor(police.agencyId)
    return reoffendingJobs['forget-extracts']!({ database: world.database, actor, actingFor: systemFor, log }, {})
  }
  const count = async () => (await world.inspect<{ n: number }>('select count(*)::int as n from offence_record'))[0]!.n

  await run('2033-03-01T09:30:00Z')
  const kept = await count()
  await run('2033-03-20T09:30:00Z')

  expect([kept > 0, await count()]).toEqual([true, 0])
})

test('what is held back cannot be had by taking the areas that are shown from the sum of all', () => {
  const area = fc.record({ people: fc.integer({ min: 1, max: 90 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 8 }), (drawn) => {
      const all: CountedArea[] = drawn.map(({ people, share }, nth) => {
        return { area: `A${nth}`, people, reoffenders: Math.round(people * share), expected: 1 }
      })
      const { areas, held } = shownAreas(all)
      const hidden = all.filter(({ area: name }) => held.includes(name))
      const sum = (key: 'people' | 'reoffenders') => hidden.reduce((total, one) => total + one[key], 0)

      expect(areas.length + held.length).toBe(all.length)
      expect(areas.every(({ people, reoffenders }) => people >= 30 && reoffenders >= 5)).toBe(true)
      if (held.length > 0 && areas.length > 0) {
        expect(held.length).toBeGreaterThan(1)
        expect(Math.min(sum('people') - 30, sum('reoffenders') - 5)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})

async function anExtractOf(lines: string[]): Promise<string> {
  const bytes = Buffer.from(lines.join('\n'))
  const started = await world.database.change(police, (change) => startExtract(change, { name: 'again.csv', bytes }))
  if ('problem' in started) throw new Error(started.problem)
  await world.database.change(police, (change) => commitExtract(change, started.batchId, false))
  return started.batchId
}
