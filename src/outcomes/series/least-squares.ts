import { factor, inverse } from '../numbers/symmetric.ts'
import { type Design, saysNothingNew, standardised } from '../table/design.ts'

export interface LeastSquares {
  coefficients: { name: string; estimate: number; standardError: number; ordinaryError: number }[]
  residuals: Float64Array
}

/**
 * Least squares of a series, with errors that hold though neighbours in time are alike (Newey-West with Bartlett's weights,
 * no prewhitening, no small-sample factor) and the ordinary ones beside them.
 *
 * @param lag - how many rows back neighbours may still be alike; 0 or more.
 * @throws FileProblem a column that the ones before it explain.
 * @source Newey and West 1987.
 */
export function fitSeries(design: Design, values: Float64Array, lag: number): LeastSquares {
  const { values: scaled, means, sds } = standardised(design)
  const size = design.names.length + 1
  const x = withIntercept(scaled, size)
  const products = crossProducts(x, x, size, 0)
  const factored = factor(products, size, 1e-11)
  if ('dependent' in factored) throw saysNothingNew(design, factored.dependent - 1)
  const bread = inverse(factored)
  const coefficients = times(bread, crossVector(x, values, size), size)
  const residuals = values.map((value, row) => value - rowTimes(x, row, coefficients))
  const meat = longRun(x, residuals, size, lag)
  const robust = sandwich(bread, meat, size)
  const spread = residuals.reduce((sum, left) => sum + left * left, 0) / (values.length - size)
  const back = backToUnits(size, means, sds)
  return {
    residuals,
    coefficients: ['(Intercept)', ...design.names].map((name, place) => ({
      name,
      estimate: back[place]!.reduce((sum, part, at) => sum + part * coefficients[at]!, 0),
      standardError: Math.sqrt(quadraticForm(robust, back[place]!)),
      ordinaryError: Math.sqrt(spread * quadraticForm(bread, back[place]!)),
    })),
  }
}

/** Durbin and Watson's: near 2 where neighbours are not alike, near 0 where they are. */
export function durbinWatson(residuals: Float64Array): number {
  let steps = 0
  let squares = 0
  residuals.forEach((left, row) => {
    if (row > 0) steps += (left - residuals[row - 1]!) ** 2
    squares += left * left
  })
  return steps / squares
}

function withIntercept(scaled: Float64Array, size: number): Float64Array {
  const rows = scaled.length / (size - 1)
  const x = new Float64Array(rows * size).fill(1)
  for (let row = 0; row < rows; row += 1)
    x.set(scaled.subarray(row * (size - 1), (row + 1) * (size - 1)), row * size + 1)
  return x
}

/** Sum over rows of one row's vector by that of the row `apart` before it. */
function crossProducts(one: Float64Array, two: Float64Array, size: number, apart: number): Float64Array {
  const sums = new Float64Array(size * size)
  for (let row = apart; row * size < one.length; row += 1) {
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        sums[i * size + j]! += one[row * size + i]! * two[(row - apart) * size + j]!
      }
    }
  }
  return sums
}

function crossVector(x: Float64Array, values: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  values.forEach((value, row) => {
    for (let i = 0; i < size; i += 1) sums[i]! += value * x[row * size + i]!
  })
  return sums
}

/** The variance of the score where neighbours up to `lag` apart may be alike, nearer ones more. */
function longRun(x: Float64Array, residuals: Float64Array, size: number, lag: number): Float64Array {
  const scores = x.map((value, index) => value * residuals[Math.floor(index / size)]!)
  const sums = crossProducts(scores, scores, size, 0)
  for (let apart = 1; apart <= lag; apart += 1) {
    const weight = 1 - apart / (lag + 1)
    const products = crossProducts(scores, scores, size, apart)
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        sums[i * size + j]! += weight * (products[i * size + j]! + products[j * size + i]!)
      }
    }
  }
  return sums
}

function sandwich(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  const product = (one: Float64Array, two: Float64Array) =>
    one.map((_, index) => {
      const [row, column] = [Math.floor(index / size), index % size]
      let sum = 0
      for (let k = 0; k < size; k += 1) sum += one[row * size + k]! * two[k * size + column]!
      return sum
    })
  return product(product(bread, meat), bread)
}

const times = (matrix: Float64Array, vector: Float64Array, size: number) =>
  vector.map((_, row) => rowTimes(matrix.subarray(0, size * size), row, vector))

function rowTimes(matrix: Float64Array, row: number, vector: Float64Array): number {
  return vector.reduce((sum, value, place) => sum + value * matrix[row * vector.length + place]!, 0)
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  return vector.reduce((sum, value, row) => sum + value * rowTimes(matrix, row, vector), 0)
}

/** How each coefficient in units of the file is made of the standardised ones. */
function backToUnits(size: number, means: number[], sds: number[]): Float64Array[] {
  return Array.from({ length: size }, (_, place) => {
    const parts = new Float64Array(size)
    if (place > 0) parts[place] = 1 / sds[place - 1]!
    else parts.set([1, ...means.map((mean, index) => -mean / sds[index]!)])
    return parts
  })
}
