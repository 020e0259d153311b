import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectOf } from './matching/effect.ts'
import { fitPropensity } from './matching/propensity.ts'
import { radiusWeights } from './matching/weights.ts'
import { fitCox } from './survival/cox.ts'
import type { Ties } from './survival/cox-order.ts'
import { eventTimes, rowsOfGroups } from './survival/follow-up.ts'
import { testHazards } from './survival/hazards-test.ts'
import { kaplanMeier } from './survival/kaplan-meier.ts'
import { logRank } from './survival/log-rank.ts'
import type { Design } from './table/design.ts'
import { FileProblem } from './table/file-problem.ts'

/** Somebody watched from start to time, with an event or without; in a group and an area; with two covariates. */
interface Row {
  start: number
  time: number
  event: boolean
  group: number
  x: number
  w: number
}

const row: fc.Arbitrary<Row> = fc
  .record({
    start: fc.integer({ min: 0, max: 4 }),
    spell: fc.integer({ min: 1, max: 9 }),
    event: fc.boolean(),
    group: fc.integer({ min: 0, max: 2 }),
    x: fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
    w: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ spell, ...rest }) => ({ ...rest, time: rest.start + spell }))
const cohort = fc.array(row, { minLength: 25, maxLength: 60 })
const settings = { seed: 2006, numRuns: 60 }

const followUpOf = (rows: Row[]) => ({
  n: rows.length,
  start: Float64Array.from(rows, ({ start }) => start),
  time: Float64Array.from(rows, ({ time }) => time),
  event: Uint8Array.from(rows, ({ event }) => Number(event)),
})
const designOf = (rows: Row[]): Design => ({
  rows: rows.length,
  names: ['x', 'w'],
  columns: ['x', 'w'],
  values: Float64Array.from(rows.flatMap(({ x, w }) => [x, w])),
})
const groupsOf = (rows: Row[]) => Int32Array.from(rows, ({ group }) => group)

/** All that a survival analysis finds, as one list of numbers; what it refuses, as the sentence. */
function found(rows: Row[], ties: Ties = 'efron'): { estimates: number[]; errors: number[]; rest: number[] } | string {
  const followUp = followUpOf(rows)
  const strata = rowsOfGroups(groupsOf(rows), 3, rows.length)
  const curve = kaplanMeier(followUp, rowsOfGroups(undefined, 1, rows.length)[0]!, 'log', eventTimes(followUp))
  const compared = logRank(followUp, groupsOf(rows), 3, rowsOfGroups(undefined, 1, rows.length))
  try {
    const design = designOf(rows)
    const fit = fitCox(followUp, design, strata, ties)
    const hazards = testHazards(followUp, design, fit).map(({ chiSquared }) => chiSquared)
    const curves = curve.flatMap(({ survival, lower }) => [survival, lower ?? -1])
    return {
      estimates: fit.estimates,
      errors: fit.standardErrors,
      rest: [...curves, compared?.chiSquared ?? -1, fit.likelihoodRatio, ...hazards],
    }
  } catch (error) {
    if (error instanceof FileProblem) return error.message
    throw error
  }
}

function alike(one: number[], two: number[], precision = 1e-6): void {
  expect(two.length).toBe(one.length)
  one.forEach((value, index) => {
    expect(Number.isFinite(value)).toBe(true)
    expect(Math.abs(value - two[index]!)).toBeLessThan(precision * Math.max(1, Math.abs(value)))
  })
}

describe('a survival analysis does not depend on', () => {
  const check = (change: (rows: Row[]) => Row[], compare: (one: Whole, two: Whole) => void, ties: Ties = 'efron') =>
    fc.assert(
      fc.property(cohort, (rows) => {
        const [one, two] = [found(rows, ties), found(change(rows), ties)]
        if (typeof one === 'string' || typeof two === 'string') expect(typeof two).toBe(typeof one)
        else compare(one, two)
      }),
      settings,
    )
  const allAlike = (one: Whole, two: Whole) => {
    alike(one.estimates, two.estimates)
    alike(one.errors, two.errors)
    alike(one.rest, two.rest)
  }

  test('the order of rows', () => {
    check((rows) => rows.toReversed(), allAlike)
    check((rows) => rows.toSorted((one, two) => one.x - two.x), allAlike)
  })

  test('the unit of a covariate: its estimate turns into the new unit, all else stays', () => {
    check(
      (rows) => rows.map((one) => ({ ...one, x: one.x * 250 + 40 })),
      (one, two) => {
        alike(one.estimates, [two.estimates[0]! * 250, two.estimates[1]!])
        alike(one.errors, [two.errors[0]! * 250, two.errors[1]!])
        alike(one.rest, two.rest)
      },
    )
  })

  test('the unit of time', () =>
    check((rows) => rows.map((one) => ({ ...one, start: one.start * 7, time: one.time * 7 })), allAlike))

  test('everybody counting twice, but that it is then surer (Breslow’s ties)', () => {
    check(
      (rows) => rows.flatMap((one) => [one, one]),
      (one, two) => {
        alike(one.estimates, two.estimates)
        alike(
          one.errors,
          two.errors.map((error) => error * Math.SQRT2),
        )
      },
      'breslow',
    )
  })
})

test('a matched comparison does not depend on the order of rows, the unit of a covariate, or everybody counting twice', () => {
  const effect = (rows: Row[]) => {
    const treated = Float64Array.from(rows, ({ event }) => Number(event))
    const { scores } = fitPropensity(designOf(rows), treated)
    // between two propensities, so that rounding decides about nobody
    const weights = radiusWeights(scores, treated, 0.0712345)
    const { estimate, comparisonRate, matched } = effectOf(
      Float64Array.from(rows, ({ time }) => time),
      treated,
      weights,
    )
    return { numbers: matched > 0 ? [estimate, comparisonRate] : [], matched }
  }

  fc.assert(
    fc.property(cohort, (rows) => {
      let one: ReturnType<typeof effect>
      try {
        one = effect(rows)
      } catch (error) {
        return error instanceof FileProblem
      }
      alike(one.numbers, effect(rows.toReversed()).numbers)
      alike(one.numbers, effect(rows.map((each) => ({ ...each, x: each.x / 30 - 2 }))).numbers)
      const twice = effect(rows.flatMap((each) => [each, each]))
      alike(one.numbers, twice.numbers)
      return twice.matched === 2 * one.matched
    }),
    settings,
  )
})

type Whole = Exclude<ReturnType<typeof found>, string>
