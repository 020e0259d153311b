import type { Design } from './design.ts'

/**
 * People in the smallest level of any covariate: what a model says of a level is said of them. Numbers that take more than two values
 * have no levels.
 */
export function smallestCell({ rows, columns, values }: Design): number {
  const places = columns.length
  const ones = new Float64Array(places)
  const isLevel = columns.map(() => true)
  for (let at = 0; at < values.length; at += 1) {
    const place = at % places
    if (values[at] === 1) ones[place]! += 1
    else if (values[at] !== 0) isLevel[place] = false
  }
  const byColumn = Map.groupBy(columns.keys(), (place) => columns[place]!)
  return [...byColumn.values()].reduce((smallest, own) => {
    if (own.some((place) => !isLevel[place])) return smallest
    const counts = own.map((place) => ones[place]!)
    const first = rows - counts.reduce((sum, count) => sum + count, 0)
    return Math.min(smallest, first, ...counts)
  }, rows)
}
