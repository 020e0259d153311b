import type { Weights } from './weights.ts'

export interface Effect {
  /** Mean outcome of the treated less that of the comparison group, both as weighted. */
  estimate: number
  /** Null where a side has fewer than two people. */
  standardError: number | null
  treatedRate: number
  comparisonRate: number
  /** Treated with a weight, and people of the comparison group with one. */
  matched: number
  comparison: number
  /** How many people of equal weight the comparison group is worth: (sum of weights)^2 / sum of squares. */
  effectiveSampleSize: number
}

/**
 * The difference in mean outcome on the treated, with a standard error that is robust to unequal spread and to weights.
 *
 * The propensity is taken as known, which makes the error a little too large rather than too small.
 */
export function effectOf(outcome: Float64Array, treated: Float64Array, { values }: Weights): Effect {
  const those = weightedMean(outcome, values, (row) => treated[row] === 1)
  const others = weightedMean(outcome, values, (row) => treated[row] === 0)
  const isMeasured = those.people > 1 && others.people > 1
  return {
    estimate: those.mean - others.mean,
    standardError: isMeasured ? Math.sqrt(those.variance + others.variance) : null,
    treatedRate: those.mean,
    comparisonRate: others.mean,
    matched: those.people,
    comparison: others.people,
    effectiveSampleSize: others.effective,
  }
}

function weightedMean(outcome: Float64Array, weights: Float64Array, isMeant: (row: number) => boolean) {
  let [people, sum, squares, total] = [0, 0, 0, 0]
  weights.forEach((weight, row) => {
    if (weight === 0 || !isMeant(row)) return
    people += 1
    sum += weight
    squares += weight * weight
    total += weight * outcome[row]!
  })
  const mean = total / sum
  let spread = 0
  weights.forEach((weight, row) => {
    if (weight !== 0 && isMeant(row)) spread += (weight * (outcome[row]! - mean)) ** 2
  })
  const variance = ((spread / (sum * sum)) * people) / (people - 1)
  return { people, mean, variance, effective: (sum * sum) / squares }
}
