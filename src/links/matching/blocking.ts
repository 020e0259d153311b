import { type Blocks, blocksOf, pairsIn, pairsOf, shared, sizeOf } from './blocks.ts'
import { mix, type Part, partsOf } from './keys.ts'
import type { Records } from './records.ts'
import { type Chain, chainsOf } from './rules.ts'

/** Which records are compared: those that have the same key. 0 is no key. */
export interface Rule {
  name: string
  keys: Int32Array
  blocks: Blocks
  pairs: number
}

const pairsForEach = 40 // record
const pairsAtLeast = 2e6

/**
 * Chooses which pairs are looked at. Several rules, because each misses those whose mistake is in what it asks for.
 *
 * @returns rules whose pairs, some in more than one, are 40 for each record or 2 million, whichever is more.
 */
export function chooseRules(records: Records): Rule[] {
  const chains = chainsOf(partsOf(records))
  let left = Math.max(pairsAtLeast, records.size * pairsForEach)
  const rules = new Map<string, Rule>()
  chains.forEach((chain, at) => {
    const rule = ruleOf(chain, records, (left / (chains.length - at)) * 2)
    if (rules.has(rule.name)) return
    left = Math.max(0, left - rule.pairs)
    rules.set(rule.name, rule)
  })
  return [...rules.values()].filter(({ pairs }) => pairs > 0)
}

/**
 * Asks for little to be the same where few records share it, and for more where many do: a rare name alone, a common one with
 * the year of birth. What too many share to the last, as a hostel or a name that half the town has, is left out.
 */
function ruleOf({ ways, lacking }: Chain, { size }: Records, most: number): Rule {
  const isHead = lacking && ((record: number) => lacking.read(record) === 0)
  const keys = shared(size)
  const names: string[] = []
  let waiting: Int32Array | undefined
  let left = most
  for (const [at, parts] of ways.entries()) {
    const tried = keysOf(parts, size, waiting)
    const blocks = blocksOf(tried, isHead)
    const isLast = at === ways.length - 1
    const largest = largestWithin(blocks, left, isLast ? left : left / 2)
    const taken = take(blocks, largest, tried, keys)
    left -= taken.pairs
    waiting = taken.waiting
    const bound = waiting.length > 0 ? ` (of at most ${largest})` : ''
    names.push(parts.map((part) => part.name).join(' + ') + bound)
    if (waiting.length === 0) break
  }
  const blocks = blocksOf(keys, isHead)
  const name = names.join(', or ') + (lacking ? `, where one has no ${lacking.name}` : '')
  return { name, keys, blocks, pairs: pairsIn(blocks) }
}

function keysOf(parts: Part[], size: number, records: Int32Array | undefined): Int32Array {
  const keys = new Int32Array(size)
  const count = records ? records.length : size
  for (let at = 0; at < count; at += 1) {
    const record = records ? records[at]! : at
    keys[record] = keyOf(parts, record)
  }
  return keys
}

function keyOf(parts: Part[], record: number): number {
  let key = parts.length
  for (let at = 0; at < parts.length; at += 1) {
    const one = parts[at]!.read(record)
    if (one === 0) return 0
    key = mix(key, one)
  }
  return key
}

/** How many records a block may have, so that all such blocks hold `some` pairs at most: no limit where all hold no more than `all`. */
function largestWithin(blocks: Blocks, all: number, some: number): number {
  let left = pairsIn(blocks)
  if (left <= all) return Number.POSITIVE_INFINITY
  const bySize: number[] = []
  for (let block = 0; block + 1 < blocks.starts.length; block += 1) {
    const size = sizeOf(blocks, block)
    bySize[size] = (bySize[size] ?? 0) + pairsOf(blocks, block)
  }
  let largest = bySize.length
  while (left > some) left -= bySize[--largest] ?? 0
  return largest - 1
}

/** Gives the records of blocks that are small enough their key. @returns those of larger ones */
function take(blocks: Blocks, largest: number, tried: Int32Array, keys: Int32Array) {
  const { order, starts } = blocks
  const waiting: number[] = []
  let pairs = 0
  for (let block = 0; block + 1 < starts.length; block += 1) {
    const size = sizeOf(blocks, block)
    if (size <= largest) pairs += pairsOf(blocks, block)
    for (let at = starts[block]!; at < starts[block + 1]!; at += 1) {
      const record = order[at]!
      if (size > largest) waiting.push(record)
      else keys[record] = tried[record]!
    }
  }
  return { pairs, waiting: Int32Array.from(waiting) }
}
