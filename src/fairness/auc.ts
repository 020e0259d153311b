import type { Scored } from './confusion.ts'

/**
 * The chance that somebody to whom it happened scores above somebody to whom it did not; a tie is half.
 *
 * @returns 0 to 1; null where it happened to all or to nobody.
 * @source Hanley and McNeil (1982), by the ranks of Mann and Whitney.
 */
export function aucOf(people: Scored[]): number | null {
  const sorted = people.toSorted((a, b) => a.score - b.score)
  const events = people.filter(({ happened }) => happened).length
  const others = people.length - events
  if (events === 0 || others === 0) return null

  let rankSum = 0
  for (let first = 0; first < sorted.length; ) {
    let after = first
    while (after < sorted.length && sorted[after]!.score === sorted[first]!.score) after += 1
    const meanRank = (first + 1 + after) / 2 // ranks from 1; those who tie share
    for (let at = first; at < after; at += 1) if (sorted[at]!.happened) rankSum += meanRank
    first = after
  }
  return (rankSum - (events * (events + 1)) / 2) / (events * others)
}
