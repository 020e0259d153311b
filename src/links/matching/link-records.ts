import { chooseRules, forEachCandidate } from './blocking.ts'
import { learn, randomLevels } from './estimate.ts'
import { levelUnits, readAll } from './levels.ts'
import { evidenceReader, type Model, startingModel, toChances } from './model.ts'
import { KeptPairs } from './pairs.ts'
import { promisingReader } from './promising.ts'
import type { Records } from './records.ts'

/** What is known of the pairs of some records. */
export interface Linked {
  model: Model
  rules: { name: string; pairs: number }[]
  /** Pairs looked at. */
  candidates: number
  /** Of these, how many are of one person by the truth that came with the records. */
  trueCandidates: number
  pairs: KeptPairs
  /** By pair of `pairs`: how likely both are one person, 0 to 1. */
  chances: Float64Array
  /** By pair: the evidence in bits, log2 of m / u over all fields. */
  weights: Float64Array
}

const worthKeeping = Math.log(0.0002) // of being a match, by what is expected before the data say

/** Finds which records are of one person. */
export function linkRecords(records: Records): Linked {
  const units = levelUnits(records)
  const start = startingModel(records, randomLevels(records, readAll(units)))
  const rules = chooseRules(records)

  const pairs = new KeptPairs(records.fields.length)
  const levels = new Uint8Array(records.fields.length)
  const isPromising = promisingReader(records, units, start, worthKeeping - Math.log(start.share.match))
  const { truth } = records
  let trueCandidates = 0
  const candidates = forEachCandidate(records, rules, (left, right) => {
    if (truth && truth[left] === truth[right] && truth[left]! >= 0) trueCandidates += 1
    if (isPromising(left, right, levels)) pairs.add(left, right, levels)
  })

  const model = learn(records, pairs, start)
  return { model, rules, candidates, trueCandidates, pairs, ...judge(records, pairs, model) }
}

function judge(records: Records, pairs: KeptPairs, model: Model) {
  const evidence = evidenceReader(records, model)
  const chances = new Float64Array(pairs.count)
  const weights = new Float64Array(pairs.count)
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const said = evidence(pairs.levels, pair * records.fields.length, pairs.left[pair]!, pairs.right[pair]!)
    weights[pair] = said.match / Math.LN2
    chances[pair] = toChances(said, model).match
  }
  return { chances, weights }
}
