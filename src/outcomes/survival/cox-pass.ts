import type { Ordered } from './cox-order.ts'
import { RiskSums } from './risk-sums.ts'

/** One event time's part of the score (by place) and of the information (a triangle). */
export type TakeEventTime = (time: number, score: Float64Array, information: Float64Array) => void

/**
 * Goes once over all risk sets, back in time, at the coefficients given.
 *
 * @param take - gets each event time's score and information; both are reused for the next.
 * @returns the log partial likelihood.
 * @source Cox 1972; Breslow 1974 and Efron 1977 for events at one time.
 */
export function passOver(ordered: Ordered, coefficients: Float64Array, take: TakeEventTime): number {
  const { bounds, entries } = ordered
  const predictors = predictorsOf(ordered, coefficients)
  const atRisk = new RiskSums(ordered.places)
  const dying = new RiskSums(ordered.places)
  let logLikelihood = 0
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    atRisk.clear()
    const [from, to] = [bounds[stratum]!, bounds[stratum + 1]!]
    const weights = weightsOf(predictors, from, to)
    logLikelihood += passStratum(ordered, { from, to, weights, entries: entries?.[stratum] }, { atRisk, dying, take })
  }
  return logLikelihood
}

interface Stratum {
  from: number
  to: number
  weights: Weights
  entries: Int32Array | undefined
}
interface Sums {
  atRisk: RiskSums
  dying: RiskSums
  take: TakeEventTime
}

function passStratum(ordered: Ordered, { from, to, weights, entries }: Stratum, { atRisk, dying, take }: Sums): number {
  const { time, event, covariates, places, start } = ordered
  const score = new Float64Array(places)
  const information = new Float64Array(atRisk.second.length)
  let logLikelihood = 0
  let left = 0
  for (let at = from; at < to; ) {
    const now = time[at]!
    dying.clear()
    score.fill(0)
    for (; at < to && time[at] === now; at += 1) {
      atRisk.add(covariates, at, weights.of(at), 1)
      if (!event[at]) continue
      dying.add(covariates, at, weights.of(at), 1)
      logLikelihood += weights.log(at)
      for (let place = 0; place < places; place += 1) score[place]! += covariates[at * places + place]!
    }
    for (; entries && left < entries.length && start![entries[left]!]! >= now; left += 1) {
      const gone = entries[left]!
      atRisk.add(covariates, gone, -weights.of(gone), -1)
      if (atRisk.rows === 0) atRisk.clear() // nobody left: nor shall rounding be
    }
    if (dying.rows === 0) continue
    information.fill(0)
    logLikelihood -= addEventTime({ atRisk, dying }, ordered.ties === 'efron', score, information)
    take(now, score, information)
  }
  return logLikelihood
}

/** Takes the expected from the score, adds to the information, and returns the log of the denominators. */
function addEventTime(
  { atRisk, dying }: Pick<Sums, 'atRisk' | 'dying'>,
  isEfron: boolean,
  score: Float64Array,
  information: Float64Array,
): number {
  const places = score.length
  const events = dying.rows
  const mean = new Float64Array(places)
  let logs = 0
  // Breslow: every event meets the whole risk set. Efron: the k-th of them meets k/d of the dying less.
  for (let k = 0; k < events; k += isEfron ? 1 : events) {
    const gone = k / events
    const times = isEfron ? 1 : events
    const weight = atRisk.weight - gone * dying.weight
    logs += times * Math.log(weight)
    for (let one = 0, at = 0; one < places; one += 1) {
      mean[one] = (atRisk.first[one]! - gone * dying.first[one]!) / weight
      score[one]! -= times * mean[one]!
      for (let two = 0; two <= one; two += 1, at += 1) {
        const product = (atRisk.second[at]! - gone * dying.second[at]!) / weight
        information[at]! += times * (product - mean[one]! * mean[two]!)
      }
    }
  }
  return logs
}

function predictorsOf({ places, covariates, time }: Ordered, coefficients: Float64Array): Float64Array {
  const predictors = new Float64Array(time.length)
  for (let row = 0; row < time.length; row += 1) {
    let sum = 0
    for (let place = 0; place < places; place += 1) sum += coefficients[place]! * covariates[row * places + place]!
    predictors[row] = sum
  }
  return predictors
}

interface Weights {
  of(row: number): number
  log(row: number): number
}

/** Weights against the largest of the stratum, so that none overflows; the likelihood does not change by it. */
function weightsOf(predictors: Float64Array, from: number, to: number): Weights {
  let largest = -Infinity
  for (let row = from; row < to; row += 1) largest = Math.max(largest, predictors[row]!)
  return {
    of: (row) => Math.exp(predictors[row]! - largest),
    log: (row) => predictors[row]! - largest,
  }
}
