import { comparisons } from './matching/comparisons.ts'
import { type Linked, linkRecords } from './matching/link-records.ts'
import { type Measured, measure } from './matching/measure.ts'
import { weigher } from './matching/model.ts'
import { type Asked, readRecords } from './matching/read-records.ts'
import type { Records } from './matching/records.ts'

/** What was asked of a file: its columns, and from which probability two records are one person (0 to 1; 0.5). */
export interface Question extends Omit<Asked, 'kinds'> {
  kinds?: Asked['kinds']
  threshold?: number
}

export interface Pair {
  a: string
  b: string
  /** That both are one person, 0 to 1. */
  probability: number
  /** Evidence in bits: log2 of m / u, all fields together and by field. */
  weight: number
  weights: Record<string, number>
}

export interface Answer {
  records: number
  fields: { name: string; kind: string; how: string }[]
  rules: string[]
  candidates: number
  seconds: number
  /** Where the truth came with the records. */
  measured?: Measured
  pairs(): Generator<Pair>
}

/** Finds the records of one person in a file, or between two. @throws UnreadableFile */
export async function link({ threshold = 0.5, kinds = new Map(), ...asked }: Question): Promise<Answer> {
  const begun = performance.now()
  const records = await readRecords({ ...asked, kinds })
  const linked = await linkRecords(records)
  return {
    records: records.size,
    fields: records.fields.map(({ name, kind }) => ({ name, kind, how: comparisons[kind].how })),
    rules: linked.rules.map(({ name }) => name),
    candidates: linked.candidates,
    ...(records.truth && { measured: measure(records, linked, threshold) }),
    seconds: Math.round((performance.now() - begun) / 10) / 100,
    pairs: () => pairsFrom(records, linked, threshold),
  }
}

function* pairsFrom(records: Records, { pairs, chances, weights, model }: Linked, threshold: number): Generator<Pair> {
  const weightOf = weigher(records, model)
  const width = records.fields.length
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (chances[pair]! < threshold) continue
    const [left, right] = [pairs.left[pair]!, pairs.right[pair]!]
    const weightAt = (f: number) => weightOf(pairs.levels[pair * width + f]!, left, right, f) / Math.LN2
    yield {
      a: records.ids[left]!,
      b: records.ids[right]!,
      probability: rounded(chances[pair]!, 6),
      weight: rounded(weights[pair]!, 2),
      weights: Object.fromEntries(records.fields.map(({ name }, f) => [name, rounded(weightAt(f), 2)])),
    }
  }
}

const rounded = (value: number, places: number) => Number(value.toFixed(places))
