import { type Design, standardised } from '../table/design.ts'
import { type FollowUp, rowsBy } from './follow-up.ts'

export type Ties = 'efron' | 'breslow'

/** Rows as a pass over the risk sets meets them: stratum after stratum, back in time within each. */
export interface Ordered {
  places: number
  ties: Ties
  time: Float64Array
  event: Uint8Array
  /** Standardised covariates, row after row in this order. */
  covariates: Float64Array
  /** Where each stratum begins, and the end of the last. */
  bounds: number[]
  /** Within each stratum, positions by when they start to be watched, last first; absent where all start at 0. */
  entries: Int32Array[] | undefined
  start: Float64Array | undefined
}

/** Lays rows out for the passes, with what turns standardised coefficients back into those of the file. */
export function inRiskOrder(
  followUp: FollowUp,
  design: Design,
  strata: Int32Array[],
  ties: Ties,
): { ordered: Ordered; means: number[]; sds: number[] } {
  const { values, means, sds } = standardised(design)
  const places = design.names.length
  const order = new Int32Array(followUp.n)
  const bounds = [0]
  for (const rows of strata) {
    order.set(rowsBy(followUp.time, rows, -1), bounds.at(-1)!)
    bounds.push(bounds.at(-1)! + rows.length)
  }
  const covariates = new Float64Array(values.length)
  order.forEach((row, position) => {
    for (let place = 0; place < places; place += 1) {
      covariates[position * places + place] = values[row * places + place]!
    }
  })
  const start = followUp.start && Float64Array.from(order, (row) => followUp.start![row]!)
  const entries = start && strata.map((rows, index) => lastEntryFirst(start, bounds[index]!, rows.length))
  const time = Float64Array.from(order, (row) => followUp.time[row]!)
  const event = Uint8Array.from(order, (row) => followUp.event[row]!)
  return { ordered: { places, ties, time, event, covariates, bounds, entries, start }, means, sds }
}

function lastEntryFirst(start: Float64Array, from: number, length: number): Int32Array {
  return rowsBy(
    start,
    Int32Array.from({ length }, (_, index) => from + index),
    -1,
  )
}
