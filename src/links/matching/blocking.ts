import { blocksOf, forEachPair, pairsIn } from './blocks.ts'
import { mix, type Part, type Parts, partsOf } from './keys.ts'
import type { Records } from './records.ts'

/** Which records are compared: those that have the same key. 0 is no key. */
export interface Rule {
  name: string
  keys: Int32Array
  pairs: number
}

/** Ways to ask for less or more to be the same, loosest first; the first that the budget bears is taken. */
type Chain = Part[][]

const pairsForEach = 30 // record
const pairsAtLeast = 2e6

/**
 * Chooses which pairs are looked at. Several rules, because each misses those whose mistake is in what it asks for.
 *
 * @returns rules whose pairs, some in more than one, are 30 for each record or 2 million, whichever is more.
 */
export function chooseRules(records: Records): Rule[] {
  const chains = chainsOf(partsOf(records))
  let left = Math.max(pairsAtLeast, records.size * pairsForEach)
  const rules = new Map<string, Rule>()
  chains.forEach((chain, at) => {
    const rule = loosest(chain, records, (left / (chains.length - at)) * 2)
    if (!rule || rules.has(rule.name)) return
    left = Math.max(0, left - rule.pairs)
    rules.set(rule.name, rule)
  })
  return [...rules.values()]
}

/** What each rule asks: a number; names; the day of birth with some of a name, and parts of it; where somebody lives. */
function chainsOf({ given, family, names, born, postcode, numbers, halves, texts }: Parts): Chain[] {
  const either = (...parts: (Part | undefined)[]) => parts.filter((part) => part !== undefined)
  const chain = (first: Part | undefined, ...more: (Part | undefined)[][]): Chain =>
    first ? more.filter((parts) => parts.every(Boolean)).map((parts) => [first, ...either(...parts)]) : []
  return [
    ...numbers.map((number) => chain(number, [], [born?.year], [given?.initial])),
    chain(names, []), // for those whose day of birth is not known
    chain(names, [born?.year], [born?.yearMonth], [born?.day]),
    chain(born?.day, [], [given?.initial], [given?.sound]),
    chain(born?.day, [], [family?.initial], [family?.sound]),
    chain(born?.digits, [given?.initial], [given?.sound], [given?.sound, family?.initial]),
    chain(born?.digits, [family?.initial], [family?.sound], [family?.sound, given?.initial]),
    chain(family?.all, [], [given?.initial], [born?.year], [given?.initial, born?.year]),
    chain(given?.all, [], [family?.initial], [born?.year], [family?.initial, born?.year]),
    chain(family?.start, [born?.year], [born?.yearMonth], [given?.initial, born?.yearMonth]),
    chain(born?.monthDay, [given?.initial], [given?.sound], [given?.sound, family?.initial]),
    chain(born?.yearDay, [family?.sound], [given?.initial, family?.sound]),
    chain(postcode, [], [given?.initial], [born?.year], [given?.sound], [given?.sound, family?.initial]),
    chain(postcode, [], [family?.initial], [family?.sound], [family?.sound, given?.initial]),
    ...texts.map((text) => chain(text, [], [given?.initial], [family?.sound], [given?.sound, family?.initial])),
    ...halves.map((half) => chain(half, [], [given?.initial], [born?.year], [given?.sound, born?.year])),
  ].filter((ways) => ways.length > 0)
}

function loosest(chain: Chain, records: Records, most: number): Rule | undefined {
  let rule: Rule | undefined
  for (const parts of chain) {
    rule = ruleOf(parts, records)
    if (rule.pairs <= most) return rule
  }
  return rule && withoutLargest(rule, most)
}

function ruleOf(parts: Part[], { size }: Records): Rule {
  const keys = new Int32Array(size)
  for (let record = 0; record < size; record += 1) keys[record] = keyOf(parts, record)
  return { name: parts.map((part) => part.name).join(' + '), keys, pairs: pairsIn(blocksOf(keys)) }
}

function keyOf(parts: Part[], record: number): number {
  let key = parts.length
  for (const { read } of parts) {
    const read1 = read(record)
    if (read1 === 0) return 0
    key = mix(key, read1)
  }
  return key
}

/** Leaves out the keys that most records share until the rest is few enough: a hostel, a name that half the town has. */
function withoutLargest({ name, keys }: Rule, most: number): Rule {
  const { order, starts } = blocksOf(keys)
  const sizes = starts.slice(1).map((until, block) => until - starts[block]!)
  let pairs = 0
  let largest = 1
  for (const size of sizes.toSorted((a, b) => a - b)) {
    if (pairs + (size * (size - 1)) / 2 > most) break
    pairs += (size * (size - 1)) / 2
    largest = size
  }
  sizes.forEach((size, block) => {
    if (size > largest) for (let at = starts[block]!; at < starts[block + 1]!; at += 1) keys[order[at]!] = 0
  })
  return { name: `${name} (at most ${largest} alike)`, keys, pairs: pairsIn(blocksOf(keys)) }
}

/** Each pair that some rule finds, once; across the two files alone where there are two. @returns how many */
export function forEachCandidate(records: Records, rules: Rule[], take: (left: number, right: number) => void): number {
  const { secondFrom } = records
  let count = 0
  rules.forEach(({ keys }, at) => {
    const earlier = rules.slice(0, at).map((rule) => rule.keys)
    forEachPair(blocksOf(keys), (left, right) => {
      if (secondFrom !== undefined && left < secondFrom === right < secondFrom) return
      for (const before of earlier) if (before[left] === before[right] && before[left] !== 0) return
      count += 1
      take(left, right)
    })
  })
  return count
}
