import type { Design } from '../table/design.ts'
import type { Weights } from './weights.ts'

export interface Balance {
  covariate: string
  /** Standardised differences, treated less comparison, in standard deviations of the treated. */
  before: number
  after: number
  /** By the size of what is left: green up to 5%, amber up to 10%, red above. */
  flag: 'green' | 'amber' | 'red'
}

/** How alike the two groups are, place by place, before and after weighting. @source the flags of the Justice Data Lab's reports. */
export function balanceOf(design: Design, treated: Float64Array, { values }: Weights): Balance[] {
  return design.names.map((covariate, place) => {
    const at = (row: number) => design.values[row * design.names.length + place]!
    const raw = [0, 1].map((side) => momentsOf(treated, side, at))
    const left = [0, 1].map((side) => momentsOf(treated, side, at, values))
    // all treated alike: then their own spread is no measure, that of the comparison group is
    const sd = raw[1]!.sd > 0 ? raw[1]!.sd : raw[0]!.sd
    const before = (raw[1]!.mean - raw[0]!.mean) / sd
    const after = (left[1]!.mean - left[0]!.mean) / sd
    return { covariate, before, after, flag: flagOf(Math.abs(after)) }
  })
}

function momentsOf(treated: Float64Array, side: number, at: (row: number) => number, weights?: Float64Array) {
  let [sum, total, n] = [0, 0, 0]
  for (let row = 0; row < treated.length; row += 1) {
    if (treated[row] !== side) continue
    const weight = weights ? weights[row]! : 1
    n += 1
    sum += weight
    total += weight * at(row)
  }
  const mean = total / sum
  let spread = 0
  for (let row = 0; row < treated.length; row += 1) if (treated[row] === side) spread += (at(row) - mean) ** 2
  return { mean, sd: n > 1 ? Math.sqrt(spread / (n - 1)) : 0 }
}

function flagOf(difference: number): Balance['flag'] {
  if (difference <= 0.05) return 'green'
  return difference <= 0.1 ? 'amber' : 'red'
}
