/**
 * Sums over some rows of the weight e^(x b), of x and of x x' by that weight: what a partial likelihood needs of a risk set.
 * The products are kept as a triangle, row after row.
 */
export class RiskSums {
  weight = 0
  rows = 0
  readonly first: Float64Array
  readonly second: Float64Array

  constructor(places: number) {
    this.first = new Float64Array(places)
    this.second = new Float64Array((places * (places + 1)) / 2)
  }

  /** Takes a row in with weight w; takes it out again with -w and `rows` -1. */
  add(covariates: Float64Array, position: number, weight: number, rows: 1 | -1): void {
    const { first, second } = this
    const places = first.length
    const from = position * places
    this.weight += weight
    this.rows += rows
    for (let one = 0, at = 0; one < places; one += 1) {
      const weighted = weight * covariates[from + one]!
      first[one]! += weighted
      for (let two = 0; two <= one; two += 1, at += 1) second[at]! += weighted * covariates[from + two]!
    }
  }

  clear(): void {
    this.weight = 0
    this.rows = 0
    this.first.fill(0)
    this.second.fill(0)
  }
}
