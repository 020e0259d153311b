/** No rate of fewer people is shown. @source the Ministry of Justice publishes none below 30. */
export const fewestPeople = 30
/** No count of fewer is shown, on whichever side of a question. */
export const fewestCounted = 5

/** People who were divided: how many fell where. The cells add up to all of them. */
export interface Part {
  name: string
  cells: number[]
}

export const peopleOf = ({ cells }: Pick<Part, 'cells'>): number => cells.reduce((sum, cell) => sum + cell, 0)

/** Enough people, and enough of them in each cell: where a cell is empty, it would be told of everybody in the others. */
export const isSafe = (part: Pick<Part, 'cells'>): boolean =>
  peopleOf(part) >= fewestPeople && part.cells.every((cell) => cell >= fewestCounted)

/**
 * Which parts of a whole may be shown beside it. Everybody can take those that are shown from the whole, so what is held back has
 * to be two parts at least, and safe as one; until it is, the smallest that is shown is held back too.
 */
export function holdBack<P extends Part>(parts: readonly P[]): { shown: P[]; held: P[] } {
  const shown = parts.filter(isSafe).sort((one, two) => peopleOf(two) - peopleOf(one))
  const held = parts.filter((part) => !isSafe(part))
  while (held.length > 0 && shown.length > 0 && !(held.length > 1 && isSafe(together(held)))) held.push(shown.pop()!)
  const inOrder = (some: P[]) => parts.filter((part) => some.includes(part))
  return { shown: inOrder(shown), held: inOrder(held) }
}

/** All parts as one. */
export const together = (parts: readonly Part[]): Pick<Part, 'cells'> => ({
  cells: (parts[0]?.cells ?? []).map((_, index) => parts.reduce((sum, { cells }) => sum + cells[index]!, 0)),
})

/** To the nearest five: what two counts differ by is then never one person. */
export const toFive = (count: number): number => Math.round(count / 5) * 5
