import { expected, type Field, type FieldLevel, fields, leastAtRandom } from './link-fields.ts'
import type { PatternCount } from './queries/links.ts'

export interface Learned {
  /** Bits by field and level: log2(m / u); of the same name log2(m) alone, because its rarity is added where it is known. */
  weights: Record<Field, Record<string, number>>
  /** Of all pairs of people, how many are one person: 0 to 1. */
  prior: number
}

type Shares = Partial<Record<FieldLevel, number>>

const rounds = 20
const worthOfExpected = 20 // pairs

/**
 * Learns from counts of patterns alone how much each level says: u from pairs at random, m by expectation and maximisation.
 * No value of anybody's record is in it.
 */
export function learnWeights(candidates: readonly PatternCount[], atRandom: readonly PatternCount[]): Learned {
  const people = candidates[0]?.people ?? 2
  const all = Math.max(1, (people * (people - 1)) / 2)
  const drawn = atRandom.reduce((sum, { pairs }) => sum + pairs, 0)
  let u = sharesAtRandom(atRandom, [])
  let m: Record<Field, Shares> = expected
  let prior = Math.min(0.05, 0.5 / people)
  for (let round = 0; round < rounds; round += 1) {
    const seen = startingCounts()
    const drawnMatches: PatternCount[] = []
    let matches = 0.5
    for (const { levels, pairs } of candidates) {
      const chance = chanceOf(levels, m, u, prior) * pairs
      matches += chance
      drawnMatches.push({ levels, pairs: (chance * drawn) / all, people })
      for (const [place, level] of levels.entries()) add(seen[fields[place]!], level, chance)
    }
    m = mapFields((field) => proportions(seen[field]))
    u = sharesAtRandom(atRandom, drawnMatches)
    prior = Math.min(0.5, matches / all)
  }
  return { weights: mapFields((field) => bitsOf(field, m[field], u[field])), prior }
}

function chanceOf(levels: FieldLevel[], m: Record<Field, Shares>, u: Record<Field, Shares>, prior: number): number {
  let odds = prior / (1 - prior)
  for (const [place, level] of levels.entries()) {
    const field = fields[place]!
    if (level !== 'SILENT') odds *= m[field][level]! / u[field][level]!
  }
  return odds / (1 + odds)
}

/** Of pairs drawn by chance, without those that are one person: of few people they would make what is rare look common. */
function sharesAtRandom(counts: readonly PatternCount[], matches: readonly PatternCount[]): Record<Field, Shares> {
  const seen = mapFields((): Shares => ({}))
  for (const { levels, pairs } of counts)
    for (const [place, level] of levels.entries()) add(seen[fields[place]!], level, pairs)
  for (const { levels, pairs } of matches)
    for (const [place, level] of levels.entries()) {
      const field = seen[fields[place]!]
      if (level !== 'SILENT') field[level] = Math.max(0, (field[level] ?? 0) - pairs)
    }
  return mapFields((field) => {
    const shares = proportions(seen[field])
    return mapShares(leastAtRandom[field], (least, level) =>
      isOnlyOfOnePerson(field, level) ? least : Math.max(least, shares[level] ?? 0),
    )
  })
}

/** What hardly two strangers share: where it is drawn by chance it is one person, and no sample is large enough to count it. */
const isOnlyOfOnePerson = (field: Field, level: FieldLevel): boolean =>
  level === 'SWAPPED' || (field === 'number' && level === 'SAME')

const startingCounts = () => mapFields((field) => mapShares(expected[field], (share) => share * worthOfExpected))

function add(counts: Shares, level: FieldLevel, count: number): void {
  if (level !== 'SILENT') counts[level] = (counts[level] ?? 0) + count
}

function proportions(counts: Shares): Shares {
  const sum = Object.values(counts).reduce((total, count) => total + count, 0)
  return mapShares(counts, (count) => count / sum)
}

function bitsOf(field: Field, m: Shares, u: Shares): Record<string, number> {
  const isName = field === 'given' || field === 'family'
  const bits = mapShares(m, (share, level) => Math.log2(isName && level === 'SAME' ? share : share / u[level]!))
  return { ...bits, SILENT: 0 }
}

const mapFields = <T>(of: (field: Field) => T) =>
  Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<Field, T>
const mapShares = (shares: Shares, of: (share: number, level: FieldLevel) => number): Shares =>
  Object.fromEntries(Object.entries(shares).map(([level, share]) => [level, of(share, level as FieldLevel)]))
