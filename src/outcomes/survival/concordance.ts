import type { Ordered } from './cox-order.ts'

export interface Concordance {
  /** 0.5 is a coin, 1 always right. */
  concordance: number
  standardError: number
}

/**
 * How often, of two people of whom one had the event first, the model gave that one the higher risk. Pairs are taken within
 * strata; equal risks count as half. The standard error is the infinitesimal jackknife's: how far the share moves with each row.
 *
 * @returns null where no two can be compared.
 * @source Harrell 1982; who is compared with whom, and the error, as in R's `survival` (concordance).
 */
export function concordanceOf(ordered: Ordered, coefficients: Float64Array): Concordance | null {
  const { places, covariates, time, bounds } = ordered
  const risks = Float64Array.from(time, (_, row) => {
    let sum = 0
    for (let place = 0; place < places; place += 1) sum += coefficients[place]! * covariates[row * places + place]!
    return sum
  })
  const ranks = ranksOf(risks)
  const most = ranks.reduce((highest, rank) => Math.max(highest, rank), 0)
  const found: Found = { agree: new Float64Array(time.length), pairs: new Float64Array(time.length), all: 0, right: 0 }
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    countOfEvents(ordered, ranks, stratum, new Counts(most + 1), found)
    countOfThoseAtRisk(ordered, ranks, stratum, new Counts(most + 1), found)
  }
  if (found.all === 0) return null
  const concordance = found.right / found.all
  let variance = 0
  for (let row = 0; row < time.length; row += 1) {
    variance += ((found.agree[row]! - concordance * found.pairs[row]!) / found.all) ** 2
  }
  return { concordance, standardError: Math.sqrt(variance) }
}

/** Of each row: in how many pairs it stands, and in how many of them the model is right; of all, each pair once. */
interface Found {
  agree: Float64Array
  pairs: Float64Array
  all: number
  right: number
}

/** Goes back in time; a tree of counts says how many of those at risk have a lower risk than who has the event. */
function countOfEvents(ordered: Ordered, ranks: Int32Array, stratum: number, present: Counts, found: Found): void {
  const { time, event, start, entries, bounds } = ordered
  const [from, to] = [bounds[stratum]!, bounds[stratum + 1]!]
  const waiting = entries?.[stratum]
  let left = 0
  for (let at = from; at < to; ) {
    const now = time[at]!
    const first = at
    for (; at < to && time[at] === now; at += 1) if (!event[at]) present.add(ranks[at]!, 1)
    for (; waiting && left < waiting.length && start![waiting[left]!]! >= now; left += 1) {
      present.add(ranks[waiting[left]!]!, -1)
    }
    for (let row = first; row < at; row += 1) {
      if (!event[row]) continue
      const right = present.belowAndHalfOf(ranks[row]!)
      found.agree[row]! += right
      found.pairs[row]! += present.all
      found.right += right
      found.all += present.all
    }
    for (let row = first; row < at; row += 1) if (event[row]) present.add(ranks[row]!, 1)
  }
}

/** Goes on in time: of each row, with how many events while it was watched it was compared, and how many had a higher risk. */
function countOfThoseAtRisk(ordered: Ordered, ranks: Int32Array, stratum: number, past: Counts, found: Found): void {
  const { time, event, start, entries, bounds } = ordered
  const [from, to] = [bounds[stratum]!, bounds[stratum + 1]!]
  const waiting = entries?.[stratum]
  const count = (row: number, sign: 1 | -1) => {
    found.agree[row]! += sign * (past.all - past.belowAndHalfOf(ranks[row]!))
    found.pairs[row]! += sign * past.all
  }
  let left = (waiting?.length ?? 0) - 1
  for (let at = to - 1; at >= from; ) {
    const now = time[at]!
    for (; waiting && left >= 0 && start![waiting[left]!]! < now; left -= 1) count(waiting[left]!, -1)
    const last = at
    for (; at >= from && time[at] === now; at -= 1) if (event[at]) count(at, 1)
    for (let row = last; row > at; row -= 1) if (event[row]) past.add(ranks[row]!, 1)
    for (let row = last; row > at; row -= 1) if (!event[row]) count(row, 1)
  }
}

/** Equal risks, and such as differ by rounding alone, share a rank. */
function ranksOf(risks: Float64Array): Int32Array {
  const order = Int32Array.from(risks.keys()).sort((one, two) => risks[one]! - risks[two]!)
  const ranks = new Int32Array(risks.length)
  let rank = 0
  order.forEach((row, index) => {
    const before = risks[order[index - 1] ?? row]!
    if (risks[row]! - before > 1e-9 * Math.max(1, Math.abs(before))) rank += 1
    ranks[row] = rank
  })
  return ranks
}

/** How many there are of each rank, summed up in a binary indexed tree (Fenwick). */
class Counts {
  all = 0
  readonly #tree: Int32Array

  constructor(ranks: number) {
    this.#tree = new Int32Array(ranks + 1)
  }

  add(rank: number, change: 1 | -1): void {
    this.all += change
    for (let node = rank + 1; node < this.#tree.length; node += node & -node) this.#tree[node]! += change
  }

  /** How many have a lower rank, and half of those that have the same. */
  belowAndHalfOf(rank: number): number {
    return (this.#below(rank) + this.#below(rank + 1)) / 2
  }

  #below(rank: number): number {
    let sum = 0
    for (let node = rank; node > 0; node -= node & -node) sum += this.#tree[node]!
    return sum
  }
}
