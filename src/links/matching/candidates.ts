import type { Rule } from './blocking.ts'
import { forEachPair, pairsOf } from './blocks.ts'
import type { Records } from './records.ts'

/** Some of the blocks of one rule, that are compared in one go. */
export interface Chunk {
  rule: number
  from: number
  to: number
}

const pairsAtOnce = 500_000

/** All blocks of all rules, in pieces of some half a million pairs. */
export function chunksOf(rules: Rule[]): Chunk[] {
  return rules.flatMap(({ blocks }, rule) => {
    const chunks: Chunk[] = []
    let from = 0
    let pairs = 0
    const last = blocks.starts.length - 1
    for (let block = 0; block < last; block += 1) {
      pairs += pairsOf(blocks, block)
      if (pairs < pairsAtOnce && block + 1 < last) continue
      chunks.push({ rule, from, to: block + 1 })
      from = block + 1
      pairs = 0
    }
    return chunks
  })
}

/** The keys of all rules beside each other, record after record. */
export function keysBeside(rules: Rule[], size: number, room: Int32Array): Int32Array {
  const width = rules.length
  rules.forEach(({ keys }, rule) => {
    for (let record = 0, at = rule; record < size; record += 1, at += width) room[at] = keys[record]!
  })
  return room
}

/**
 * Each pair of a chunk that no earlier rule finds; across the two files alone where there are two.
 *
 * @param keys - of all rules, record after record
 * @returns how many
 */
export function forEachCandidate(
  { secondFrom }: Pick<Records, 'secondFrom'>,
  { blocks, keys, width }: { blocks: Rule['blocks']; keys: Int32Array; width: number },
  { rule, from, to }: Chunk,
  take: (left: number, right: number) => void,
): number {
  let count = 0
  forEachPair(blocks, from, to, (left, right) => {
    if (secondFrom !== undefined && left < secondFrom === right < secondFrom) return
    const [one, other] = [left * width, right * width]
    for (let before = 0; before < rule; before += 1) {
      const key = keys[one + before]!
      if (key !== 0 && key === keys[other + before]) return
    }
    count += 1
    take(left, right)
  })
  return count
}
