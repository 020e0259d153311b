/** Weights that make the comparison group like the treated: one for each row, 0 for whom the comparison leaves out. */
export interface Weights {
  values: Float64Array
}

/**
 * Radius matching: each treated person against the mean of everybody in the comparison group whose propensity is within the
 * caliper. A treated person weighs 1, and shares that 1 among those compared with them; without such, they are left out.
 *
 * Both groups are walked in order of propensity with two pointers, so a million comparisons cost no more than sorting them.
 *
 * @param caliper - on the probability scale.
 * @source Dehejia and Wahba 2002.
 */
export function radiusWeights(scores: Float64Array, treated: Float64Array, caliper: number): Weights {
  const values = new Float64Array(scores.length)
  const [comparison, those] = [inOrder(scores, treated, 0), inOrder(scores, treated, 1)]
  // what begins and ends at each place of the comparison group; counted apart, so that 0 is 0 and no rounding
  const change = new Float64Array(comparison.length + 1)
  const covers = new Int32Array(comparison.length + 1)
  let [low, high] = [0, 0]
  for (const row of those) {
    const score = scores[row]!
    while (low < comparison.length && scores[comparison[low]!]! < score - caliper) low += 1
    while (high < comparison.length && scores[comparison[high]!]! <= score + caliper) high += 1
    if (high === low) continue
    values[row] = 1
    change[low]! += 1 / (high - low)
    change[high]! -= 1 / (high - low)
    covers[low]! += 1
    covers[high]! -= 1
  }
  let [weight, covered] = [0, 0]
  comparison.forEach((row, place) => {
    weight += change[place]!
    covered += covers[place]!
    values[row] = covered === 0 ? 0 : weight
  })
  return { values }
}

/** Inverse-probability weighting for the effect on the treated: all are kept, the comparison group by its odds of treatment. */
export function oddsWeights(scores: Float64Array, treated: Float64Array): Weights {
  return { values: scores.map((score, row) => (treated[row] ? 1 : score / Math.max(1 - score, Number.EPSILON))) }
}

function inOrder(scores: Float64Array, treated: Float64Array, side: 0 | 1): Int32Array {
  const rows: number[] = []
  treated.forEach((value, row) => {
    if (value === side) rows.push(row)
  })
  return Int32Array.from(rows).sort((one, two) => scores[one]! - scores[two]! || one - two)
}
