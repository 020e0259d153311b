/** How far two scorers agree beyond chance: 1 wholly, 0 as chance would; null where both always gave the same value. */
export interface Kappa {
  kappa: number | null
  /** Asymptotic, for an interval about the estimate. */
  standardError: number | null
}

/** Half as bad is half right on an equally spaced scale. */
export type KappaWeights = 'unweighted' | 'linear'

/**
 * Cohen's kappa, or its weighted form, from a square table of two scorers.
 *
 * @param table - rows are the first scorer's values in order, columns the second's; cells count people.
 * @source Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa.
 */
export function kappaOf(table: number[][], weights: KappaWeights): Kappa {
  const size = table.length
  const total = table.flat().reduce((sum, count) => sum + count, 0)
  const p = table.map((row) => row.map((count) => count / total))
  const byRow = p.map((row) => row.reduce((sum, share) => sum + share, 0))
  const byColumn = p.map((_, column) => p.reduce((sum, row) => sum + row[column]!, 0))
  const w = p.map((_, i) =>
    p.map((_, j) => (weights === 'linear' && size > 1 ? 1 - Math.abs(i - j) / (size - 1) : i === j ? 1 : 0)),
  )
  const summed = (value: (i: number, j: number) => number) =>
    p.reduce((sum, row, i) => sum + row.reduce((part, _, j) => part + value(i, j), 0), 0)

  const observed = summed((i, j) => w[i]![j]! * p[i]![j]!)
  const expected = summed((i, j) => w[i]![j]! * byRow[i]! * byColumn[j]!)
  if (!(total > 0) || 1 - expected < 1e-12) return { kappa: null, standardError: null }

  const kappa = (observed - expected) / (1 - expected)
  const rowMean = w.map((row) => row.reduce((sum, weight, j) => sum + weight * byColumn[j]!, 0))
  const columnMean = w.map((_, j) => w.reduce((sum, row, i) => sum + row[j]! * byRow[i]!, 0))
  const squares = summed((i, j) => p[i]![j]! * (w[i]![j]! - (rowMean[i]! + columnMean[j]!) * (1 - kappa)) ** 2)
  const variance = (squares - (kappa - expected * (1 - kappa)) ** 2) / (total * (1 - expected) ** 2)
  return { kappa, standardError: Math.sqrt(Math.max(0, variance)) }
}

/** Counts pairs of values in a square table over all values that either scorer gave, in order. */
export function crossTable(pairs: [number, number][]): { values: number[]; table: number[][] } {
  const values = [...new Set(pairs.flat())].sort((a, b) => a - b)
  const place = new Map(values.map((value, index) => [value, index]))
  const table = values.map(() => values.map(() => 0))
  for (const [first, second] of pairs) table[place.get(first)!]![place.get(second)!]! += 1
  return { values, table }
}
