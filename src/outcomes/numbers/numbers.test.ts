import { describe, expect, test } from 'vitest'
import { hasReference, referenceOf, whereReferenceIs } from '../builders.ts'
import {
  binomialLowerTail,
  chiSquaredQuantile,
  chiSquaredUpperTail,
  normalQuantile,
  normalUpperTail,
  studentTwoSidedP,
  twoSidedP,
} from './distributions.ts'
import { differenceInterval, wilsonInterval } from './proportions.ts'

/** Values of R 4.2.2: pnorm, qnorm, pchisq, qchisq, pt, pbinom. */
describe('distributions are exact where they are small', () => {
  test.each([
    ['normal tail at 1.96', normalUpperTail(1.96), 0.0249978951482204],
    ['normal tail at 10', normalUpperTail(10), 7.61985302416053e-24],
    ['normal tail below 0', normalUpperTail(-2.5), 0.993790334674224],
    ['p of z = 0', twoSidedP(0), 1],
    ['quantile at 0.975', normalQuantile(0.975), 1.95996398454005],
    ['quantile at 1e-12', normalQuantile(1e-12), -7.03448382530113],
    ['quantile in the middle', normalQuantile(0.5), 0],
    ['chi-squared on 1', chiSquaredUpperTail(3.837569577, 1), 0.0501161173955255],
    ['chi-squared on 7, far out', chiSquaredUpperTail(200, 7), 1.14778122401426e-39],
    ['chi-squared quantile', chiSquaredQuantile(0.025, 20), 9.59077739226487],
    ['Student on 5', studentTwoSidedP(2, 5), 0.101939478829858],
    ['binomial', binomialLowerTail(3, 20, 0.3), 0.107086804503731],
  ])('%s', (_, found, expected) => {
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected) + 1e-15 * Number(expected === 0))
  })
})

test('intervals of proportions are those that Newcombe printed in 1998', () => {
  const rounded = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper].map((end) => +end.toFixed(4))

  expect(rounded(wilsonInterval(81, 263))).toEqual([0.2553, 0.3662])
  expect(rounded(wilsonInterval(0, 20))).toEqual([0, 0.1611])
  expect(rounded(differenceInterval({ events: 56, n: 70 }, { events: 48, n: 80 }))).toEqual([0.0524, 0.3339])
  expect(rounded(differenceInterval({ events: 9, n: 10 }, { events: 3, n: 10 }))).toEqual([0.1705, 0.809])
})

test.skipIf(!hasReference)(`every interval of the reference is found${whereReferenceIs}`, () => {
  for (const { x, n, ci95 } of referenceOf('wilson').cases) {
    const { lower, upper } = wilsonInterval(x, n)
    expect([lower, upper]).toEqual(ci95.map((end: number) => expect.closeTo(end, 8)))
  }
  for (const { x1, n1, x2, n2, diff_lo_hi } of referenceOf('newcombe_difference').cases) {
    const { lower, upper } = differenceInterval({ events: x1, n: n1 }, { events: x2, n: n2 })
    expect([x1 / n1 - x2 / n2, lower, upper]).toEqual(diff_lo_hi.map((end: number) => expect.closeTo(end, 8)))
  }
})
