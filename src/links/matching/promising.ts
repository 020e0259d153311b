import { comparisons } from './comparisons.ts'
import { silent, type Unit } from './levels.ts'
import { type Marks, marks, untold } from './marks.ts'
import { type Model, plainWeights, sameWeights, swappedOf, weigher } from './model.ts'
import type { Records } from './records.ts'
import { mayBeSwapped, type Rows } from './rows.ts'

/**
 * Whether a pair may be a match, by a model. Fields are read cheapest first, and no further than there is hope: most
 * candidates are given up before an address is compared. `levels` are whole where the answer is yes.
 */
export function promisingReader(records: Records, rows: Rows, units: Unit[], model: Model, least: number) {
  const { fields } = records
  const { cells, stride, markAt } = rows
  const markings = fields.map(({ kind }): Marks | undefined => marks[kind])
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
  const neighbours = units.filter((unit) => unit.fields.length === 2)
  const places = neighbours.map((unit) => units.indexOf(unit))

  return (left: number, right: number, levels: Uint8Array): boolean => {
    most.fill(0)
    let hope = 0
    const [l, r] = [left * stride, right * stride]
    for (let f = 0; f < width; f += 1) {
      const a = cells[l + f]!
      const b = cells[r + f]!
      if (a < 0 || b < 0) continue
      let weight = a === b ? same[f]![a]! : bestUnlike[f]!
      const marking = markings[f]
      if (a !== b && marking) {
        const level = marking.levelOf(cells, l + markAt[f]!, r + markAt[f]!)
        if (level !== untold) weight = plain[f]![level]!
      }
      most[unitOf[f]!]! += weight
      hope += weight
    }
    for (let at = 0; at < neighbours.length; at += 1) {
      const n = places[at]!
      const [first, second] = neighbours[at]!.fields
      if (most[n]! >= mostOfSwap || !mayBeSwapped(rows, left, right, first!, second!)) continue
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
        if (level === 0) said += same[f]![cells[l + f]!]!
        else said += level === swapped[f] ? weightOf(level, left, right, f) : plain[f]![level]!
      }
      hope += said - most[n]!
    }
    return hope >= least
  }
}

const mostOfSwap = 22 // natural logarithm: two rare names found crosswise
