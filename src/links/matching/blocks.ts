/** Records that share a key stand beside each other in `order`, from `starts[n]` until `starts[n + 1]`. */
export interface Blocks {
  order: Int32Array
  starts: Int32Array
  /** Where not all pairs of a block are meant: how many stand at its beginning that are meant with all behind them. */
  heads?: Int32Array
}

/**
 * Sorts records by key; those with key 0, and those alone with theirs, are left out.
 *
 * @param isHead - where given, only pairs with one of these are meant.
 */
export function blocksOf(keys: Int32Array, isHead?: (record: number) => boolean): Blocks {
  const sorted = sortByKey(keys)
  const order = shared(sorted.length)
  const starts = shared((sorted.length >> 1) + 1)
  const heads = isHead && shared(starts.length)
  let size = 0
  let count = 0
  for (let from = 0, until = 0; from < sorted.length; from = until) {
    const key = keys[sorted[from]!]
    while (until < sorted.length && keys[sorted[until]!] === key) until += 1
    if (until - from < 2) continue
    const begun = size
    if (isHead) for (let at = from; at < until; at += 1) if (isHead(sorted[at]!)) order[size++] = sorted[at]!
    if (heads) heads[count] = size - begun
    if (isHead && size === begun) continue
    for (let at = from; at < until; at += 1) if (!isHead?.(sorted[at]!)) order[size++] = sorted[at]!
    starts[count++] = begun
  }
  starts[count] = size
  return {
    order: order.subarray(0, size),
    starts: starts.subarray(0, count + 1),
    ...(heads && { heads: heads.subarray(0, count) }),
  }
}

const digitBits = 11
const digits = 1 << digitBits

/** Those with a key, by key, digit by digit from the last; of one key as they come in the file. */
function sortByKey(keys: Int32Array): Int32Array {
  let from = new Int32Array(keys.length)
  let filled = 0
  for (let record = 0; record < keys.length; record += 1) if (keys[record] !== 0) from[filled++] = record
  from = from.subarray(0, filled)
  let to = new Int32Array(filled)
  const places = new Int32Array(digits)
  for (let shift = 0; shift < 32; shift += digitBits) {
    places.fill(0)
    for (let at = 0; at < filled; at += 1) places[(keys[from[at]!]! >>> shift) & (digits - 1)]! += 1
    let before = 0
    for (let digit = 0; digit < digits; digit += 1) {
      const count = places[digit]!
      places[digit] = before
      before += count
    }
    for (let at = 0; at < filled; at += 1) {
      const record = from[at]!
      to[places[(keys[record]! >>> shift) & (digits - 1)]!++] = record
    }
    ;[from, to] = [to, from]
  }
  return from
}

/** Every pair of some of the blocks, the record that comes first in the file at the left. */
export function forEachPair(
  { order, starts, heads }: Blocks,
  from: number,
  to: number,
  take: (left: number, right: number) => void,
): void {
  for (let block = from; block < to; block += 1) {
    const until = starts[block + 1]!
    const end = heads ? starts[block]! + heads[block]! : until
    for (let one = starts[block]!; one < end; one += 1) {
      const left = order[one]!
      for (let other = one + 1; other < until; other += 1) {
        const right = order[other]!
        if (left < right) take(left, right)
        else take(right, left)
      }
    }
  }
}

export const sizeOf = ({ starts }: Blocks, block: number): number => starts[block + 1]! - starts[block]!

export function pairsOf(blocks: Blocks, block: number): number {
  const size = sizeOf(blocks, block)
  const tail = size - (blocks.heads?.[block] ?? size)
  return (size * (size - 1) - tail * (tail - 1)) / 2
}

export function pairsIn(blocks: Blocks): number {
  let pairs = 0
  for (let block = 0; block + 1 < blocks.starts.length; block += 1) pairs += pairsOf(blocks, block)
  return pairs
}

/** Numbers that threads see without being sent them. */
export const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
