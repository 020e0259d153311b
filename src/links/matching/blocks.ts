/** Records that share a key stand beside each other in `order`, from `starts[n]` until `starts[n + 1]`. */
export interface Blocks {
  order: Int32Array
  starts: Int32Array
}

const wholeNumber = 53 // bits that a number holds exactly

/** Sorts records by key; those with key 0, and those alone with theirs, are left out. */
export function blocksOf(keys: Int32Array): Blocks {
  const places = Math.max(1, Math.ceil(Math.log2(keys.length + 1)))
  const spare = Math.max(0, 32 + places - wholeNumber) // of more than two million records, keys lose their last bits
  const scale = 2 ** places
  const sorted = new Float64Array(keys.length)
  let filled = 0
  for (let record = 0; record < keys.length; record += 1) {
    const key = keys[record]!
    if (key !== 0) sorted[filled++] = ((key >>> 0) >>> spare) * scale + record
  }
  const some = sorted.subarray(0, filled).sort()

  const order = shared(filled)
  const starts = shared((filled >> 1) + 1)
  let size = 0
  let count = 0
  for (let at = 0; at < filled; ) {
    const key = Math.floor(some[at]! / scale)
    let until = at + 1
    while (until < filled && Math.floor(some[until]! / scale) === key) until += 1
    if (until - at > 1) {
      starts[count++] = size
      for (let one = at; one < until; one += 1) order[size++] = some[one]! % scale
    }
    at = until
  }
  starts[count++] = size
  return { order: order.subarray(0, size), starts: starts.subarray(0, count) }
}

/** Every pair of some of the blocks, the record that comes first in the file at the left. */
export function forEachPair(
  { order, starts }: Blocks,
  from: number,
  to: number,
  take: (left: number, right: number) => void,
): void {
  for (let block = from; block < to; block += 1) {
    const until = starts[block + 1]!
    for (let one = starts[block]!; one < until; one += 1) {
      const left = order[one]!
      for (let other = one + 1; other < until; other += 1) take(left, order[other]!)
    }
  }
}

export const sizeOf = ({ starts }: Blocks, block: number): number => starts[block + 1]! - starts[block]!

export const pairsOfSize = (size: number): number => (size * (size - 1)) / 2

export function pairsIn(blocks: Blocks): number {
  let pairs = 0
  for (let block = 0; block + 1 < blocks.starts.length; block += 1) pairs += pairsOfSize(sizeOf(blocks, block))
  return pairs
}

/** Numbers that threads see without being sent them. */
export const shared = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4))
