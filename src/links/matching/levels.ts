import { comparisons } from './comparisons.ts'
import { jaroWinkler } from './likeness.ts'
import { marks, untold } from './marks.ts'
import type { Field, Records } from './records.ts'
import { mayBeSwapped, type Rows } from './rows.ts'

/** One of the two says nothing: it counts neither for nor against. */
export const silent = 255

/** Writes the level of each field of two records into `out`. */
export type ReadLevels = (left: number, right: number, out: Uint8Array, at: number) => void

/** Fields that are read together, because their values may have been swapped. */
export interface Unit {
  fields: number[]
  read: ReadLevels
}

/**
 * How records are compared, by number: the cheapest first. What their marks do not tell is looked up, or read.
 */
export function levelUnits({ fields }: Records, rows: Rows): Unit[] {
  const readers = fields.map((field, f) => readerOf(field, f, rows))
  const levelOf = (left: number, right: number, f: number) => readers[f]!(left, right)
  const units = fields.flatMap(({ neighbour }, f): Unit[] => {
    const alone: ReadLevels = (left, right, out, at) => {
      out[at + f] = levelOf(left, right, f)
    }
    if (neighbour === undefined) return [{ fields: [f], read: alone }]
    if (neighbour < f) return []
    const swap = swapReader(fields, rows, f, neighbour)
    return [
      {
        fields: [f, neighbour],
        read(left, right, out, at) {
          out[at + f] = levelOf(left, right, f)
          out[at + neighbour] = levelOf(left, right, neighbour)
          swap(left, right, out, at)
        },
      },
    ]
  })
  const costOf = ({ fields: [first] }: Unit) => comparisons[fields[first!]!.kind].cost
  return units.sort((one, other) => costOf(one) - costOf(other))
}

export const readAll =
  (units: Unit[]): ReadLevels =>
  (left, right, out, at) => {
    for (const unit of units) unit.read(left, right, out, at)
  }

const memory = 1 << 18 // pairs of values per field; one that does not fit displaces another
const bitsOfLevel = 4

function readerOf(field: Field, f: number, { cells, stride, markAt }: Rows): (left: number, right: number) => number {
  const asWritten = memorising(field)
  const at = markAt[f]!
  const marking = marks[field.kind]
  return (left, right) => {
    const [l, r] = [left * stride, right * stride]
    const a = cells[l + f]!
    const b = cells[r + f]!
    if (a < 0 || b < 0) return silent
    if (a === b) return 0
    const told = marking ? marking.levelOf(cells, l + at, r + at) : untold
    return told === untold ? asWritten(a, b) : told
  }
}

/** By the codes of two values that are not the same. */
function memorising({ codes, values, kind }: Field): (a: number, b: number) => number {
  const { levelOf } = comparisons[kind]
  const mayComeAgain = values.length < codes.length / 2
  const known = new Int32Array(mayComeAgain ? 2 * memory : 0).fill(-1) // the higher code; the lower one with the level

  return (a, b) => {
    const low = Math.min(a, b)
    const high = a + b - low
    if (!mayComeAgain) return levelOf(values[low]!, values[high]!)
    const place = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 14) << 1
    const found = known[place + 1]!
    if (known[place] === high && found >> bitsOfLevel === low) return found & ((1 << bitsOfLevel) - 1)
    const level = levelOf(values[low]!, values[high]!)
    known[place] = high
    known[place + 1] = (low << bitsOfLevel) | level
    return level
  }
}

/** Where both fields differ, or one differs and the other is silent, and values stand crosswise: the first is `swapped`. */
function swapReader(fields: Field[], rows: Rows, first: number, second: number): ReadLevels {
  const [one, other] = [fields[first]!, fields[second]!]
  const ofFirst = comparisons[one.kind].levels.indexOf('swapped')
  const ofSecond = comparisons[other.kind].levels.indexOf('swapped')
  const textOf = ({ codes, values }: Field, record: number) => values[codes[record]!] ?? ''

  return (left, right, out, at) => {
    const isFirst = out[at + first] === ofFirst - 1 // they differ
    const isSecond = out[at + second] === ofSecond - 1
    if (!isFirst && !isSecond) return
    if (!isFirst && out[at + first] !== silent) return
    if (!isSecond && out[at + second] !== silent) return
    if (!mayBeSwapped(rows, left, right, first, second)) return
    const there = crosswise(textOf(one, left), textOf(other, right))
    const back = crosswise(textOf(other, left), textOf(one, right))
    if (Math.min(there, back) < 0.7 || Math.max(there, back) < 0.92) return
    out[at + first] = ofFirst // for both: what one finding says is not counted twice
    out[at + second] = silent
  }
}

/** 0 to 1; a value that is not there stands in nobody's way. */
const crosswise = (left: string, right: string) => (left === '' || right === '' ? 0.7 : jaroWinkler(left, right))
