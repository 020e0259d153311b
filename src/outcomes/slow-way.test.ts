import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitSeries } from './series/least-squares.ts'
import { concordanceOf } from './survival/concordance.ts'
import { type CoxFit, fitCox } from './survival/cox.ts'
import type { Ties } from './survival/cox-order.ts'
import { eventTimes, rowsOfGroups } from './survival/follow-up.ts'
import { kaplanMeier } from './survival/kaplan-meier.ts'
import { logRank } from './survival/log-rank.ts'
import { FileProblem } from './table/file-problem.ts'

// Each method against its definition written out the slow way, over cohorts that nobody chose.

interface Row {
  start: number
  time: number
  event: number
  group: number
  x: number
  w: number
}

const row: fc.Arbitrary<Row> = fc
  .record({
    start: fc.integer({ min: 0, max: 4 }),
    spell: fc.integer({ min: 1, max: 8 }),
    event: fc.integer({ min: 0, max: 1 }),
    group: fc.integer({ min: 0, max: 1 }),
    x: fc.integer({ min: -9, max: 9 }),
    w: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ spell, ...rest }) => ({ ...rest, time: rest.start + spell }))
const cohort = fc.array(row, { minLength: 20, maxLength: 40 })
const settings = { seed: 1958, numRuns: 60 }

const followUpOf = (rows: Row[]) => ({
  n: rows.length,
  start: Float64Array.from(rows, ({ start }) => start),
  time: Float64Array.from(rows, ({ time }) => time),
  event: Uint8Array.from(rows, ({ event }) => event),
})
const groupsOf = (rows: Row[]) => Int32Array.from(rows, ({ group }) => group)
const isAtRisk = (one: Row, at: number) => one.start < at && one.time >= at
const timesOf = (rows: Row[]) => [...new Set(rows.filter(({ event }) => event).map(({ time }) => time))].sort((a, b) => a - b) // biome-ignore format: one line
const sumOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

test('the curve is the product over event times of the share that went on, with Greenwood’s error', () => {
  fc.assert(
    fc.property(cohort, (rows) => {
      const followUp = followUpOf(rows)
      const points = kaplanMeier(followUp, Int32Array.from(rows.keys()), 'log', eventTimes(followUp))

      let [survival, spread] = [1, 0]
      for (const at of timesOf(rows)) {
        const atRisk = rows.filter((one) => isAtRisk(one, at)).length
        const events = rows.filter(({ event, time }) => event && time === at).length
        survival *= 1 - events / atRisk
        spread += events / (atRisk * (atRisk - events))
        const found = points.find(({ time }) => time === at)!
        expect(found).toMatchObject({ atRisk, events, survival: expect.closeTo(survival, 10) })
        if (survival > 0) expect(found.standardError).toBeCloseTo(survival * Math.sqrt(spread), 10)
      }
    }),
    settings,
  )
})

test('the log-rank test of two groups is (O - E)² / V, the hypergeometric variance within areas', () => {
  fc.assert(
    fc.property(cohort, (rows) => {
      const areas = [0, 1].map((area) => rows.filter(({ w }) => w % 2 === area))
      let [difference, variance] = [0, 0]
      for (const area of areas)
        for (const at of timesOf(area)) {
          const [all, those] = [area.filter((one) => isAtRisk(one, at)), area.filter((one) => isAtRisk(one, at) && one.group)] // biome-ignore format: one line
          const [n, n1] = [all.length, those.length]
          const d = all.filter(({ event, time }) => event && time === at).length
          difference += those.filter(({ event, time }) => event && time === at).length - (d * n1) / n
          if (n > 1) variance += (d * n1 * (n - n1) * (n - d)) / (n * n * (n - 1))
        }
      const strata = rowsOfGroups(Int32Array.from(rows, ({ w }) => w % 2), 2, rows.length) // biome-ignore format: one line

      const found = logRank(followUpOf(rows), groupsOf(rows), 2, strata)
      if (variance > 1e-9) expect(found?.chiSquared).toBeCloseTo(difference ** 2 / variance, 7)
      else expect(found).toBeUndefined()
    }),
    settings,
  )
})

describe('a Cox model, where the file has an answer', () => {
  test.each(['efron', 'breslow'] as const)('is at the top of the partial likelihood, %s', (ties) => {
    eachFit(ties, (rows, { estimates, logLikelihood }) => {
      const at = (beta: number[]) => slowLikelihood(rows, beta, ties)
      const [x, w] = estimates as [number, number]

      expect(logLikelihood).toBeCloseTo(at([x, w]), 8)
      for (const step of [1e-3, -1e-3]) {
        expect(at([x + step, w])).toBeLessThan(logLikelihood)
        expect(at([x, w + step])).toBeLessThan(logLikelihood)
      }
    })
  })

  test('has the concordance, and its error, of comparing each with each', () => {
    eachFit('efron', (rows, fit) => {
      const [agree, pairs] = [rows.map(() => 0), rows.map(() => 0)]
      const risk = rows.map(({ x, w }) => fit.estimates[0]! * x + fit.estimates[1]! * w)
      rows.forEach((one, i) => {
        rows.forEach((other, j) => {
          const isLater = other.time > one.time || (other.time === one.time && !other.event)
          if (i === j || !one.event || one.group !== other.group || other.start >= one.time || !isLater) return
          const right = Math.abs(risk[i]! - risk[j]!) < 1e-9 ? 0.5 : Number(risk[i]! > risk[j]!)
          for (const who of [i, j]) {
            agree[who]! += right
            pairs[who]! += 1
          }
        })
      })
      const all = sumOf(pairs) / 2
      const share = sumOf(agree) / 2 / all

      const found = concordanceOf(fit.ordered, fit.standardised)!
      expect(found.concordance).toBeCloseTo(share, 10)
      const moves = agree.map((right, i) => (right - share * pairs[i]!) / all)
      expect(found.standardError).toBeCloseTo(Math.sqrt(sumOf(moves.map((move) => move * move))), 10)
    })
  })
})

/** Fits each cohort within its groups; what the file cannot answer is left out, and that is not most of them. */
function eachFit(ties: Ties, look: (rows: Row[], fit: CoxFit) => void): void {
  let fitted = 0
  fc.assert(
    fc.property(cohort, (rows) => {
      const values = Float64Array.from(rows.flatMap(({ x, w }) => [x, w]))
      const design = { rows: rows.length, names: ['x', 'w'], columns: ['x', 'w'], values }
      let fit: CoxFit
      try {
        fit = fitCox(followUpOf(rows), design, rowsOfGroups(groupsOf(rows), 2, rows.length), ties)
      } catch (error) {
        return expect(error).toBeInstanceOf(FileProblem)
      }
      fitted += 1
      look(rows, fit)
    }),
    settings,
  )
  expect(fitted).toBeGreaterThan(settings.numRuns / 2)
}

function slowLikelihood(rows: Row[], [bx, bw]: number[], ties: Ties): number {
  const riskOf = ({ x, w }: Row) => Math.exp(bx! * x + bw! * w)
  return sumOf(
    [0, 1].flatMap((group) => {
      const own = rows.filter((one) => one.group === group)
      return timesOf(own).map((at) => {
        const happened = own.filter(({ event, time }) => event && time === at)
        const [all, tied] = [sumOf(own.filter((one) => isAtRisk(one, at)).map(riskOf)), sumOf(happened.map(riskOf))]
        const below = happened.map((_, k) => all - (ties === 'efron' ? (k / happened.length) * tied : 0))
        return sumOf(happened.map((one) => Math.log(riskOf(one)))) - sumOf(below.map(Math.log))
      })
    }),
  )
}

test('a trend has the slope and the Newey-West error of their sums', () => {
  const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 40 })
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 5 }), (values, lag) => {
      const t = values.map((_, index) => index - (values.length - 1) / 2)
      const squares = sumOf(t.map((one) => one * one))
      const slope = sumOf(t.map((one, at) => one * values[at]!)) / squares
      const mean = sumOf(values) / values.length
      const scores = t.map((one, at) => one * (values[at]! - mean - slope * one))
      let spread = sumOf(scores.map((one) => one * one))
      for (let apart = 1; apart <= lag; apart += 1)
        spread += 2 * (1 - apart / (lag + 1)) * sumOf(scores.slice(apart).map((one, at) => one * scores[at]!))

      const design = { rows: values.length, names: ['t'], columns: ['t'], values: Float64Array.from(t) }
      const found = fitSeries(design, Float64Array.from(values), lag).coefficients[1]!
      expect(found.estimate).toBeCloseTo(slope, 8)
      expect(found.standardError ** 2).toBeCloseTo(spread / squares ** 2, 8)
    }),
    settings,
  )
})
