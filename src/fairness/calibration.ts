import { wilsonInterval } from '../outcomes/index.ts'
import type { Scored } from './confusion.ts'

/** What happened to those with scores from one bound to another. */
export interface CalibrationBin {
  /** The lowest and the highest score that it holds; both belong to it. */
  from: number
  to: number
  n: number
  events: number
  meanScore: number | null
  /** The share to whom it happened, with Wilson's 95% interval; null of nobody. */
  rate: number | null
  lower: number | null
  upper: number | null
}

const mostBins = 10

/**
 * The bounds of the bins: each value its own where there are ten or fewer, else ten of about as many people. Drawn once
 * from everybody, so that groups are compared at the same scores.
 */
export function binsOf(scores: number[]): { from: number; to: number }[] {
  const values = [...new Set(scores)].sort((a, b) => a - b)
  if (values.length <= mostBins) return values.map((value) => ({ from: value, to: value }))

  const sorted = scores.toSorted((a, b) => a - b)
  const cuts = Array.from({ length: mostBins }, (_, index) => sorted[Math.floor((index * sorted.length) / mostBins)]!)
  const floors = [...new Set(cuts)] // a value that many share would begin several bins
  return floors.map((from, index) => {
    const next = floors[index + 1]
    return { from, to: next === undefined ? sorted.at(-1)! : values[values.indexOf(next) - 1]! }
  })
}

/** Whether a score means the same for a group: of those with about this score, to how many it happened. */
export function calibrate(people: Scored[], bins: { from: number; to: number }[]): CalibrationBin[] {
  return bins.map(({ from, to }) => {
    const inside = people.filter(({ score }) => score >= from && score <= to)
    const n = inside.length
    const events = inside.filter(({ happened }) => happened).length
    const interval = n > 0 ? wilsonInterval(events, n) : undefined
    return {
      from,
      to,
      n,
      events,
      meanScore: n > 0 ? inside.reduce((sum, { score }) => sum + score, 0) / n : null,
      rate: n > 0 ? events / n : null,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    }
  })
}
