import { chooseRules } from './blocking.ts'
import { shared } from './blocks.ts'
import { chunksOf, keysBeside } from './candidates.ts'
import type { Compared } from './compare.ts'
import { compareInThreads, usualThreads } from './compare-in-threads.ts'
import { learn, randomLevels } from './estimate.ts'
import { levelUnits, readAll } from './levels.ts'
import { evidenceReader, type Model, startingModel, toChances } from './model.ts'
import type { Pairs } from './pairs.ts'
import type { Records } from './records.ts'
import { rowsOf } from './rows.ts'

/** What is known of the pairs of some records. */
export interface Linked {
  model: Model
  rules: { name: string; pairs: number }[]
  /** Pairs looked at. */
  candidates: number
  /** Of these, how many are of one person by the truth that came with the records. */
  trueCandidates: number
  pairs: Pairs
  /** By pair of `pairs`: how likely both are one person, 0 to 1. */
  chances: Float64Array
  /** By pair: the evidence in bits, log2 of m / u over all fields. */
  weights: Float64Array
}

const worthKeeping = Math.log(0.0002) // of being a match, by what is expected before the data say

/** Finds which records are of one person. */
export async function linkRecords(records: Records, threads = usualThreads): Promise<Linked> {
  const { size, fields } = records
  const rows = rowsOf(records)
  const start = startingModel(records, randomLevels(records, readAll(levelUnits(records, rows))))
  const rules = chooseRules(records)
  const work = {
    records: { ...records, ids: [] },
    rows,
    keys: keysBeside(rules, size, shared(size * rules.length)),
    rules: rules.map(({ blocks }) => ({ blocks })),
    chunks: chunksOf(rules),
    next: shared(1),
    start,
    least: worthKeeping - Math.log(start.share.match),
  }
  const found = await compareInThreads(work, threads)
  const pairs = joined(found, fields.length)
  const model = learn(records, pairs, start)
  return {
    model,
    rules: rules.map(({ name, pairs: ofRule }) => ({ name, pairs: ofRule })),
    candidates: sum(found, 'candidates'),
    trueCandidates: sum(found, 'trueCandidates'),
    pairs,
    ...judge(records, pairs, model),
  }
}

const sum = (found: Compared[], of: 'candidates' | 'trueCandidates') => found.reduce((total, one) => total + one[of], 0)

function joined(found: Compared[], width: number): Pairs {
  const count = found.reduce((total, { pairs }) => total + pairs.count, 0)
  const all = {
    count,
    left: new Int32Array(count),
    right: new Int32Array(count),
    levels: new Uint8Array(count * width),
  }
  let at = 0
  for (const { pairs } of found) {
    all.left.set(pairs.left, at)
    all.right.set(pairs.right, at)
    all.levels.set(pairs.levels, at * width)
    at += pairs.count
  }
  return all
}

function judge(records: Records, pairs: Pairs, model: Model) {
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
