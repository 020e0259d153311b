import { comparisons } from './comparisons.ts'
import { silent, type Unit } from './levels.ts'
import { type Model, plainWeights, sameWeights, swappedOf, weigher } from './model.ts'
import type { Field, Records } from './records.ts'

/**
 * Whether a pair may be a match, by a model. Fields are read cheapest first, and no further than there is hope: most
 * candidates are given up before an address is compared. `levels` are whole where the answer is yes.
 *
 * @param rows - codes of all fields, record after record
 */
export function promisingReader(records: Records, rows: Int32Array, units: Unit[], model: Model, least: number) {
  const { fields } = records
  const width = fields.length
  const same = sameWeights(records, model)
  const plain = plainWeights(records, model)
  const weightOf = weigher(records, model)
  const swapped = fields.map(swappedOf)
  const bestUnlike = Float64Array.from(fields, ({ kind }, f) =>
    Math.max(0, ...plain[f]!.slice(1, swapped[f]! > 0 ? swapped[f] : comparisons[kind].levels.length)),
  )
  const unitOf = Int32Array.from(fields, (_, f) => units.findIndex((unit) => unit.fields.includes(f)))
  const most = new Float64Array(units.length) // by unit
  const crossed = units.map((unit) => crossReader(fields, unit))

  return (left: number, right: number, levels: Uint8Array): boolean => {
    most.fill(0)
    let hope = 0
    for (let f = 0, l = left * width, r = right * width; f < width; f += 1, l += 1, r += 1) {
      const a = rows[l]!
      const b = rows[r]!
      if (a < 0 || b < 0) continue
      const weight = a === b ? same[f]![a]! : bestUnlike[f]!
      most[unitOf[f]!]! += weight
      hope += weight
    }
    for (let n = 0; n < units.length; n += 1) {
      if (most[n]! >= mostOfSwap || !crossed[n]!(left, right)) continue
      hope += mostOfSwap - most[n]!
      most[n] = mostOfSwap
    }
    for (let n = 0; n < units.length; n += 1) {
      if (hope < least) return false
      const unit = units[n]!
      unit.read(left, right, levels, 0)
      let said = 0
      for (let place = 0; place < unit.fields.length; place += 1) {
        const f = unit.fields[place]!
        const level = levels[f]!
        if (level === silent) continue
        if (level === 0) said += same[f]![rows[left * width + f]!]!
        else said += level === swapped[f] ? weightOf(level, left, right, f) : plain[f]![level]!
      }
      hope += said - most[n]!
    }
    return hope >= least
  }
}

/** Whether the first letter of one field is found in its neighbour's: else their values were not swapped. */
function crossReader(fields: Field[], { fields: [first, second] }: Unit): (left: number, right: number) => boolean {
  if (second === undefined) return () => false
  const one = initialsOf(fields[first!]!)
  const other = initialsOf(fields[second]!)
  return (left, right) => {
    const a = one[left]!
    const b = other[left]!
    return (a !== 0 && a === other[right]) || (b !== 0 && b === one[right])
  }
}

/** By record; 0 where it has no value. */
const initialsOf = ({ codes, values }: Field) =>
  Uint16Array.from(codes, (code) => (code < 0 ? 0 : values[code]!.charCodeAt(0)))

const mostOfSwap = 22 // natural logarithm: two rare names found crosswise
