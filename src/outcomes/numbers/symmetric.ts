// Symmetric positive matrices of a model's coefficients: p x p, row after row in one typed array.

/** A matrix as the product of a lower triangle and its mirror (Cholesky), or the first column that the ones before it explain. */
export type Factored = { size: number; lower: Float64Array } | { dependent: number }

/**
 * @param tolerance - what a diagonal must keep of itself, as a share, once the columns before it are taken out.
 */
export function factor(matrix: Float64Array, size: number, tolerance = 1e-12): Factored {
  const lower = new Float64Array(size * size)
  for (let column = 0; column < size; column += 1) {
    let pivot = matrix[column * size + column]!
    const whole = pivot
    for (let k = 0; k < column; k += 1) pivot -= lower[column * size + k]! ** 2
    if (!(pivot > tolerance * Math.abs(whole)) || !Number.isFinite(pivot)) return { dependent: column }
    const root = Math.sqrt(pivot)
    lower[column * size + column] = root
    for (let row = column + 1; row < size; row += 1) {
      let sum = matrix[row * size + column]!
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!
      lower[row * size + column] = sum / root
    }
  }
  return { size, lower }
}

/** The x of matrix x = right. */
export function solve({ size, lower }: { size: number; lower: Float64Array }, right: Float64Array): Float64Array {
  const x = Float64Array.from(right)
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= lower[row * size + k]! * x[k]!
    x[row]! /= lower[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) x[row]! -= lower[k * size + row]! * x[k]!
    x[row]! /= lower[row * size + row]!
  }
  return x
}

/** The inverse of what was factored, row after row. */
export function inverse(factored: { size: number; lower: Float64Array }): Float64Array {
  const { size } = factored
  const whole = new Float64Array(size * size)
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size)
    unit[column] = 1
    const solved = solve(factored, unit)
    for (let row = 0; row < size; row += 1) whole[row * size + column] = solved[row]!
  }
  return whole
}

/** right' matrix^-1 right: how far a score is from 0, in its own units; chi-squared under no effect. */
export function quadratic(factored: { size: number; lower: Float64Array }, right: Float64Array): number {
  return dot(right, solve(factored, right))
}

export function dot(one: Float64Array, two: Float64Array): number {
  let sum = 0
  for (let index = 0; index < one.length; index += 1) sum += one[index]! * two[index]!
  return sum
}
