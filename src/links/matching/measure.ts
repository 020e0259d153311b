import type { Linked } from './link-records.ts'
import type { Records } from './records.ts'

/** How well pairs agree with a truth that was known beforehand. Shares are 0 to 1; 1 where there was nothing to find. */
export interface Measured {
  /** Pairs at or above the threshold. */
  pairs: number
  truePairs: number
  tp: number
  fp: number
  fn: number
  precision: number
  recall: number
  f1: number
  /** Of the true pairs, how many were looked at. */
  blockingRecall: number
}

export function measure(records: Records, linked: Linked, threshold: number): Measured {
  const truth = records.truth!
  const { pairs, chances } = linked
  let found = 0
  let tp = 0
  for (let pair = 0; pair < pairs.count; pair += 1) {
    if (chances[pair]! < threshold) continue
    found += 1
    if (isTrue(truth, pairs.left[pair]!, pairs.right[pair]!)) tp += 1
  }
  const truePairs = countTruePairs(records)
  const fn = truePairs - tp
  return {
    pairs: found,
    truePairs,
    tp,
    fp: found - tp,
    fn,
    precision: share(tp, found),
    recall: share(tp, truePairs),
    f1: share(2 * tp, found + truePairs),
    blockingRecall: share(linked.trueCandidates, truePairs),
  }
}

export const isTrue = (truth: Int32Array, left: number, right: number): boolean =>
  truth[left] === truth[right] && truth[left]! >= 0

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)

function countTruePairs({ truth, secondFrom }: Records): number {
  const before = new Map<number, number>()
  let count = 0
  truth!.forEach((who, record) => {
    if (who < 0) return
    const isOfSecond = secondFrom !== undefined && record >= secondFrom
    if (secondFrom === undefined || isOfSecond) count += before.get(who) ?? 0
    if (!isOfSecond) before.set(who, (before.get(who) ?? 0) + 1)
  })
  return count
}
