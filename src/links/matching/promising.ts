import { comparisons } from './comparisons.ts'
import type { Unit } from './levels.ts'
import { type Model, weigher } from './model.ts'
import type { Field, Records } from './records.ts'

/**
 * Whether a pair may be a match, by a model. Fields are read cheapest first, and no further than there is hope: most
 * candidates are given up before an address is compared. `levels` are whole where the answer is yes.
 */
export function promisingReader(records: Records, units: Unit[], model: Model, least: number) {
  const { fields } = records
  const codes = fields.map((field) => field.codes)
  const weightOf = weigher(records, model)
  const bestUnlike = fields.map(({ kind }, f) =>
    Math.max(
      ...comparisons[kind].levels
        .slice(1, comparisons[kind].levels.indexOf('swapped') >>> 0)
        .map((_, n) => Math.log(model.m[f]![n + 1]! / model.u[f]![n + 1]!)),
    ),
  )
  const mostOf = units.map(() => 0)
  const mayBeSwapped = units.map((unit) => crossReader(fields, unit))

  return (left: number, right: number, levels: Uint8Array): boolean => {
    let most = 0
    for (let n = 0; n < units.length; n += 1) {
      let ofUnit = 0
      for (const f of units[n]!.fields) {
        const [a, b] = [codes[f]![left]!, codes[f]![right]!]
        if (a >= 0 && a === b) ofUnit += weightOf(0, left, right, f)
        else if (a >= 0 && b >= 0) ofUnit += Math.max(0, bestUnlike[f]!)
      }
      if (mayBeSwapped[n]!(left, right)) ofUnit = Math.max(ofUnit, mostOfSwap)
      mostOf[n] = ofUnit
      most += ofUnit
    }
    for (let n = 0; n < units.length; n += 1) {
      if (most < least) return false
      units[n]!.read(left, right, levels, 0)
      let said = 0
      for (const f of units[n]!.fields) said += weightOf(levels[f]!, left, right, f)
      most += said - mostOf[n]!
    }
    return most >= least
  }
}

/** Whether the first letter of one field is found in its neighbour's: else their values were not swapped. */
function crossReader(fields: Field[], { fields: [first, second] }: Unit): (left: number, right: number) => boolean {
  if (second === undefined) return () => false
  const [one, other] = [initialsOf(fields[first!]!), initialsOf(fields[second]!)]
  const isSame = (a: number, b: number) => a !== 0 && a === b
  return (left, right) => isSame(one[left]!, other[right]!) || isSame(other[left]!, one[right]!)
}

/** By record; 0 where it has no value. */
const initialsOf = ({ codes, values }: Field) =>
  Uint16Array.from(codes, (code) => (code < 0 ? 0 : values[code]!.charCodeAt(0)))

const mostOfSwap = 22 // natural logarithm: two rare names found crosswise
