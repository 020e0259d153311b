import type { Ordered } from './cox-order.ts'

/**
 * How often, of two people of whom one had the event first, the model gave that one the higher risk: 0.5 is a coin, 1 always.
 * Pairs are taken within strata; equal risks count as half.
 *
 * @returns null where no two can be compared.
 * @source Harrell 1982; who is compared with whom as in R's `survival`.
 */
export function concordanceOf(ordered: Ordered, coefficients: Float64Array): number | null {
  const { places, covariates, time, bounds } = ordered
  const risks = Float64Array.from(time, (_, row) => {
    let sum = 0
    for (let place = 0; place < places; place += 1) sum += coefficients[place]! * covariates[row * places + place]!
    return sum
  })
  const ranks = ranksOf(risks)
  let [agree, pairs] = [0, 0]
  for (let stratum = 0; stratum + 1 < bounds.length; stratum += 1) {
    const counted = countStratum(ordered, ranks, stratum)
    agree += counted.agree
    pairs += counted.pairs
  }
  return pairs === 0 ? null : agree / pairs
}

/** Goes back in time; a tree of counts says how many of those at risk have a lower risk than who has the event. */
function countStratum({ time, event, start, entries, bounds }: Ordered, ranks: Int32Array, stratum: number) {
  const [from, to] = [bounds[stratum]!, bounds[stratum + 1]!]
  const present = new Counts(ranks.reduce((most, rank) => Math.max(most, rank), 0) + 1)
  const waiting = entries?.[stratum]
  let [agree, pairs, left] = [0, 0, 0]
  for (let at = from; at < to; ) {
    const now = time[at]!
    const first = at
    for (; at < to && time[at] === now; at += 1) if (!event[at]) present.add(ranks[at]!, 1)
    for (; waiting && left < waiting.length && start![waiting[left]!]! >= now; left += 1) {
      present.add(ranks[waiting[left]!]!, -1)
    }
    for (let row = first; row < at; row += 1) {
      if (!event[row]) continue
      const below = present.below(ranks[row]!)
      agree += below + (present.below(ranks[row]! + 1) - below) / 2
      pairs += present.all
    }
    for (let row = first; row < at; row += 1) if (event[row]) present.add(ranks[row]!, 1)
  }
  return { agree, pairs }
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

  below(rank: number): number {
    let sum = 0
    for (let node = rank; node > 0; node -= node & -node) sum += this.#tree[node]!
    return sum
  }
}
