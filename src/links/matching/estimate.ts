import { comparisons } from './comparisons.ts'
import { type ReadLevels, silent } from './levels.ts'
import { evidenceReader, type Model, toChances } from './model.ts'
import type { Pairs } from './pairs.ts'
import { pairsOf, type Records } from './records.ts'

const mostDraws = 120_000

/** How often each level is met among pairs drawn at random (u), always the same ones: a file gives one answer. */
export function randomLevels(records: Records, read: ReadLevels): number[][] {
  const { size, fields, secondFrom } = records
  const seen = fields.map(({ kind }) => comparisons[kind].levels.map(() => 0.5))
  const levels = new Uint8Array(fields.length)
  const draw = drawer(20_060_401)
  const draws = Math.min(mostDraws, 2 * pairsOf(records))
  for (let n = 0; n < draws; n += 1) {
    const left = Math.floor(draw() * (secondFrom ?? size))
    const right = Math.floor(secondFrom === undefined ? draw() * size : secondFrom + draw() * (size - secondFrom))
    if (left === right) continue
    read(left, right, levels, 0)
    for (let f = 0; f < levels.length; f += 1) if (levels[f] !== silent) seen[f]![levels[f]!]! += 1
  }
  return seen.map(proportions)
}

/** Numbers from 0 to 1, the same ones each time: a linear congruential generator with Numerical Recipes' constants. */
function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const mostRounds = 20
const settled = 0.002 // of the share of matches: a round that moves it by less is the last
const worthOfExpected = 12 // pairs: what is expected of a comparison outweighs fewer matches than this

/**
 * Learns how often each level is met among matches (m), and how many matches, relatives and twins there are, by
 * expectation and maximisation over the pairs that may be matches. Of u, the matches among the random pairs are taken out.
 */
export function learn(records: Records, pairs: Pairs, start: Model): Model {
  const all = Math.max(1, pairsOf(records))
  const width = records.fields.length
  let model = start
  for (let round = 0; round < mostRounds; round += 1) {
    const evidence = evidenceReader(records, model)
    const seen = records.fields.map(({ kind }) => comparisons[kind].expected.map((value) => value * worthOfExpected))
    const sums = { match: 0.5, relatives: 0.05, twins: 0.01 }
    for (let pair = 0, at = 0; pair < pairs.count; pair += 1, at += width) {
      const chance = toChances(evidence(pairs.levels, at, pairs.left[pair]!, pairs.right[pair]!), model)
      sums.match += chance.match
      sums.relatives += chance.relatives
      sums.twins += chance.twins
      if (chance.match < 1e-6) continue
      for (let f = 0; f < width; f += 1) {
        const level = pairs.levels[at + f]!
        if (level !== silent) seen[f]![level]! += chance.match
      }
    }
    const share = { match: sums.match / all, relatives: sums.relatives / all, twins: sums.twins / all }
    const m = seen.map(proportions)
    const before = model.share.match
    model = { m, u: withoutMatches(start.u, m, share.match), share: within(share) }
    if (round > 3 && Math.abs(model.share.match / before - 1) < settled) break
  }
  return model
}

const withoutMatches = (u: number[][], m: number[][], share: number) =>
  u.map((levels, f) => levels.map((value, level) => Math.max(value * 0.02, value - share * m[f]![level]!)))

/** In a very small file nearly every pair may be one: some are left for chance. */
function within(share: Model['share']): Model['share'] {
  const sum = share.match + share.relatives + share.twins
  const scale = sum > 0.9 ? 0.9 / sum : 1
  return { match: share.match * scale, relatives: share.relatives * scale, twins: share.twins * scale }
}

function proportions(counts: number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0)
  return counts.map((count) => count / sum)
}
