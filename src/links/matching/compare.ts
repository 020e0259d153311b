import type { Rule } from './blocking.ts'
import { type Chunk, forEachCandidate } from './candidates.ts'
import { levelUnits } from './levels.ts'
import { isTrue } from './measure.ts'
import type { Model } from './model.ts'
import { KeptPairs, type Pairs } from './pairs.ts'
import { promisingReader } from './promising.ts'
import type { Records } from './records.ts'
import type { Rows } from './rows.ts'

/** All that comparing needs, so that it can be sent to a thread; what is large is shared by all of them. */
export interface Work {
  records: Records
  rows: Rows
  /** Keys of all rules, record after record. */
  keys: Int32Array
  rules: { blocks: Rule['blocks'] }[]
  chunks: Chunk[]
  /** The chunk that nobody has taken yet, counted up by whoever takes one. */
  next: Int32Array
  start: Model
  /** The least that a pair is kept for, in natural logarithms of its evidence. */
  least: number
}

/** What was found in one chunk. */
export interface Compared {
  chunk: number
  candidates: number
  /** Of these, of one person by the truth that came with the records. */
  trueCandidates: number
  pairs: Pairs
}

/** Takes chunks until none are left; several threads may do it at once, and what they find does not depend on how many. */
export function compareChunks({ records, rows, keys, rules, chunks, next, start, least }: Work): Compared[] {
  const width = records.fields.length
  const isPromising = promisingReader(records, rows, levelUnits(records, rows), start, least)
  const levels = new Uint8Array(width)
  const { truth } = records
  const found: Compared[] = []
  for (let chunk = take(next); chunk < chunks.length; chunk = take(next)) {
    const pairs = new KeptPairs(width)
    let trueCandidates = 0
    const { blocks } = rules[chunks[chunk]!.rule]!
    const table = { blocks, keys, width: rules.length }
    const candidates = forEachCandidate(records, table, chunks[chunk]!, (left, right) => {
      if (truth && isTrue(truth, left, right)) trueCandidates += 1
      if (isPromising(left, right, levels)) pairs.add(left, right, levels)
    })
    found.push({ chunk, candidates, trueCandidates, pairs: pairs.trimmed() })
  }
  return found
}

const take = (next: Int32Array) => Atomics.add(next, 0, 1)
