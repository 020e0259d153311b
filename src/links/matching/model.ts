import { comparisons } from './comparisons.ts'
import { silent } from './levels.ts'
import type { Field, Records } from './records.ts'
import type { Kind } from './values.ts'

/** The model of Fellegi and Sunter: how often each level is met among records of one person (m) and of two at random (u). */
export interface Model {
  m: number[][]
  u: number[][]
  /** Of all pairs, how many are of one person, of relatives under one roof, of twins; each 0 to 1. */
  share: { match: number; relatives: number; twins: number }
}

// Relatives and twins share a name and a home, which speaks for one person as well: each is a possibility of its own, so
// that a given name that differs where all else is the same can be told from a name that was written wrongly.
const ofRelatives = new Set<Kind>(['family-name', 'postcode', 'house-number', 'text', 'phone'])
const ofTwins = new Set<Kind>([...ofRelatives, 'date'])

/** Before the data say: half of the records have one other of the same person. */
export function startingModel({ fields, size }: Records, u: number[][]): Model {
  const match = Math.min(0.05, 0.5 / Math.max(2, size))
  return {
    m: fields.map(({ kind }) => [...comparisons[kind].expected]),
    u,
    share: { match, relatives: match / 4, twins: match / 50 },
  }
}

/**
 * Minus the natural logarithm of how frequent each value is among the records of others: that two share a rare one says
 * much, and that they share "Smith" little. The two themselves are left out of the count.
 */
function rarityOf(field: Field): Float64Array {
  const known = rarities.get(field)
  if (known) return known
  const { counts, codes, kind } = field
  const isUnique = kind === 'identifier' || kind === 'email' || kind === 'phone'
  const own = isUnique ? 6 : 2 // a number is shared by the records of one person; six of them are no surprise
  const unseen = isUnique ? 0.05 : 0.5
  const rarity = new Float64Array(counts.length)
  for (let code = 0; code < rarity.length; code += 1)
    rarity[code] = -Math.log((Math.max(0, counts[code]! - own) + unseen) / codes.length)
  rarities.set(field, rarity)
  return rarity
}

const rarities = new WeakMap<Field, Float64Array>()

/** What the levels of a pair say, in natural logarithms, for each possibility against two people at random. */
export interface Evidence {
  match: number
  relatives: number
  twins: number
}

/** What one level of one field says of a pair. */
export type WeightOf = (level: number, left: number, right: number, f: number) => number

/** By field and level: the weight that does not ask for the values, in natural logarithms. */
export function plainWeights({ fields }: Records, { m, u }: Model): Float64Array[] {
  const swapped = fields.map(swappedOf)
  return m.map((levels, f) =>
    Float64Array.from(
      levels,
      (value, level) => Math.log(value) - (level === 0 || level === swapped[f] ? 0 : Math.log(u[f]![level]!)),
    ),
  )
}

/** The level of a field whose value stands in its neighbour's; -1 where it has none. */
export const swappedOf = ({ kind }: Field): number => comparisons[kind].levels.indexOf('swapped')

/** By field and value: what it weighs that both have it. */
export function sameWeights(records: Records, model: Model): Float64Array[] {
  const plain = plainWeights(records, model)
  return records.fields.map((field, f) => rarityOf(field).map((rarity) => plain[f]![0]! + rarity))
}

/** Weights in natural logarithms, by field, level and how rare the shared value is. */
export function weigher(records: Records, model: Model): WeightOf {
  const { fields } = records
  const rarityBy = fields.map(rarityOf)
  const codes = fields.map((field) => field.codes)
  const swapped = fields.map(swappedOf)
  const rarityAt = (f: number, record: number) => rarityBy[f]![codes[f]![record]!] ?? 0
  const weights = plainWeights(records, model)

  return (level, left, right, f) => {
    if (level === silent) return 0
    const weight = weights[f]![level]!
    if (level === 0) return weight + rarityAt(f, left)
    if (level !== swapped[f]) return weight
    // Both values are found again, each in the other's field: as rare as the more common of the two ways to write them.
    const other = fields[f]!.neighbour!
    return weight + Math.min(rarityAt(f, left) + rarityAt(other, left), rarityAt(f, right) + rarityAt(other, right))
  }
}

/** Adds up evidence, field by field. The object that comes back is the same each time. */
export function evidenceReader(records: Records, model: Model) {
  const weightOf = weigher(records, model)
  const isOfRelatives = records.fields.map(({ kind }) => ofRelatives.has(kind))
  const isOfTwins = records.fields.map(({ kind }) => ofTwins.has(kind))
  const width = records.fields.length
  const sum: Evidence = { match: 0, relatives: 0, twins: 0 }

  return (levels: Uint8Array, at: number, left: number, right: number): Evidence => {
    sum.match = 0
    sum.relatives = 0
    sum.twins = 0
    for (let f = 0; f < width; f += 1) {
      const weight = weightOf(levels[at + f]!, left, right, f)
      sum.match += weight
      if (isOfRelatives[f]) sum.relatives += weight
      if (isOfTwins[f]) sum.twins += weight
    }
    return sum
  }
}

/** How likely each possibility is, 0 to 1, written over the evidence. */
export function toChances(evidence: Evidence, { share }: Model): Evidence {
  const random = 1 - share.match - share.relatives - share.twins
  const match = share.match * Math.exp(Math.min(500, evidence.match))
  const relatives = share.relatives * Math.exp(Math.min(500, evidence.relatives))
  const twins = share.twins * Math.exp(Math.min(500, evidence.twins))
  const all = random + match + relatives + twins
  evidence.match = match / all
  evidence.relatives = relatives / all
  evidence.twins = twins / all
  return evidence
}
