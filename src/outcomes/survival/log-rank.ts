import { chiSquaredUpperTail } from '../numbers/distributions.ts'
import { factor, quadratic } from '../numbers/symmetric.ts'
import { type FollowUp, rowsBy } from './follow-up.ts'

export interface LogRank {
  chiSquared: number
  degreesOfFreedom: number
  p: number
  /** Events seen in each group, and those expected were there no difference. */
  observed: number[]
  expected: number[]
}

/**
 * Whether groups differ in when the event comes, with the hypergeometric variance; within strata and summed where there are some.
 *
 * @param codes - the group of each row, from 0.
 * @returns undefined where no two groups were ever at risk together when an event came.
 * @source Mantel 1966; Peto and Peto 1972.
 */
export function logRank(
  followUp: FollowUp,
  codes: Int32Array,
  groups: number,
  strata: Int32Array[],
): LogRank | undefined {
  const sums = {
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    variance: new Float64Array(groups ** 2),
  }
  for (const rows of strata) addStratum(followUp, codes, rows, sums)

  const compared = comparable(sums, groups)
  if (!compared) return undefined
  const { chiSquared, degreesOfFreedom } = compared
  return {
    chiSquared,
    degreesOfFreedom,
    p: chiSquaredUpperTail(chiSquared, degreesOfFreedom),
    observed: [...sums.observed],
    expected: [...sums.expected],
  }
}

interface Sums {
  observed: Float64Array
  expected: Float64Array
  variance: Float64Array
}

/** Goes back in time, so that who is at risk is who was met so far and had not yet to start. */
function addStratum({ time, event, start }: FollowUp, codes: Int32Array, rows: Int32Array, sums: Sums): void {
  const groups = sums.observed.length
  const byTime = rowsBy(time, rows, -1)
  const byStart = start && rowsBy(start, rows, -1)
  const atRisk = new Float64Array(groups)
  let left = 0
  for (let from = 0; from < byTime.length; ) {
    const now = time[byTime[from]!]!
    let events = 0
    for (; from < byTime.length && time[byTime[from]!] === now; from += 1) {
      const row = byTime[from]!
      atRisk[codes[row]!]! += 1
      events += event[row]!
      sums.observed[codes[row]!]! += event[row]!
    }
    while (byStart && left < byStart.length && start[byStart[left]!]! >= now) {
      atRisk[codes[byStart[left]!]!]! -= 1
      left += 1
    }
    if (events > 0) addTime(atRisk, events, from - left, sums)
  }
}

function addTime(atRisk: Float64Array, events: number, all: number, { expected, variance }: Sums): void {
  const groups = atRisk.length
  const spread = all > 1 ? (events * (all - events)) / (all - 1) : 0
  for (let one = 0; one < groups; one += 1) {
    const share = atRisk[one]! / all
    expected[one]! += events * share
    for (let two = 0; two < groups; two += 1) {
      variance[one * groups + two]! += spread * share * (Number(one === two) - atRisk[two]! / all)
    }
  }
}

/** One group less than were at risk; a group that was never at risk beside another says nothing and is passed over. */
function comparable(sums: Sums, groups: number): { chiSquared: number; degreesOfFreedom: number } | undefined {
  let places = Array.from({ length: groups }, (_, group) => group)
    .filter((group) => sums.expected[group]! > 0)
    .slice(1)
  while (places.length > 0) {
    const variance = Float64Array.from(places.flatMap((one) => places.map((two) => sums.variance[one * groups + two]!)))
    const excess = Float64Array.from(places, (group) => sums.observed[group]! - sums.expected[group]!)
    const factored = factor(variance, places.length)
    if ('lower' in factored) return { chiSquared: quadratic(factored, excess), degreesOfFreedom: places.length }
    places = places.toSpliced(factored.dependent, 1)
  }
  return undefined
}
