import { type Interval, wilsonInterval } from '../outcomes/index.ts'

/** One person as a score saw them and as things turned out. */
export interface Scored {
  score: number
  happened: boolean
}

/**
 * How a threshold divides people. A rate of nobody is null: of a group where it never happened there is no true positive
 * rate. The intervals are Wilson's, 95%.
 */
export interface Confusion {
  n: number
  tp: number
  fp: number
  tn: number
  fn: number
  /** Of those to whom it happened, the share with a high score; `fnr` the share without. */
  tpr: number | null
  fnr: number | null
  /** Of those to whom it did not, the share with a high score. */
  fpr: number | null
  /** Of those with a high score, the share to whom it happened. */
  ppv: number | null
  /** Of those with a low score, the share to whom it did not. */
  npv: number | null
  /** The share with a high score. */
  selectionRate: number | null
  /** The share to whom it happened. */
  baseRate: number | null
  intervals: Record<'tpr' | 'fnr' | 'fpr' | 'ppv' | 'npv' | 'selectionRate' | 'baseRate', Interval | null>
}

/** @param threshold - a score at or above it is high. */
export function divide(people: Scored[], threshold: number): Confusion {
  let [tp, fp, tn, fn] = [0, 0, 0, 0]
  for (const { score, happened } of people) {
    if (score >= threshold) happened ? tp++ : fp++
    else happened ? fn++ : tn++
  }
  const n = people.length
  const shares = {
    tpr: [tp, tp + fn],
    fnr: [fn, tp + fn],
    fpr: [fp, fp + tn],
    ppv: [tp, tp + fp],
    npv: [tn, tn + fn],
    selectionRate: [tp + fp, n],
    baseRate: [tp + fn, n],
  } satisfies Record<keyof Confusion['intervals'], [number, number]>
  const rates = mapped(shares, ([part, whole]) => (whole > 0 ? part / whole : null))
  return {
    n,
    tp,
    fp,
    tn,
    fn,
    ...rates,
    intervals: mapped(shares, ([part, whole]) => (whole > 0 ? wilsonInterval(part, whole) : null)),
  }
}

function mapped<Name extends string, To>(
  shares: Record<Name, [number, number]>,
  to: (share: [number, number]) => To,
): Record<Name, To> {
  const entries = Object.entries<[number, number]>(shares).map(([name, share]) => [name, to(share)])
  return Object.fromEntries(entries) as Record<Name, To>
}
