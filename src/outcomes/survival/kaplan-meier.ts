import { normalQuantile } from '../numbers/distributions.ts'
import { type FollowUp, rowsBy } from './follow-up.ts'

export type IntervalKind = 'log' | 'log-log'

/** The curve just after one time at which an event came, to whomever, or one of its own was seen for the last time. */
export interface CurvePoint {
  time: number
  /** Watched just before this time. */
  atRisk: number
  events: number
  /** Share still without the event, 0 to 1. */
  survival: number
  /** Greenwood's; null once nobody is left, where none is defined. */
  standardError: number | null
  lower: number | null
  upper: number | null
}

const z = normalQuantile(0.975)

/**
 * The share still without the event over time, as Kaplan and Meier reckon it, with 95% intervals.
 *
 * @param rows - whose curve it is.
 * @param moments - further times at which it is drawn while somebody is at risk, in order; so that groups can be read side by side.
 * @source Kaplan and Meier 1958; Greenwood 1926; intervals on the scale of log survival or of log(-log survival).
 */
export function kaplanMeier(
  followUp: FollowUp,
  rows: Int32Array,
  interval: IntervalKind,
  moments: Float64Array,
): CurvePoint[] {
  const { time, event, start } = followUp
  const byTime = rowsBy(time, rows)
  const byStart = start && rowsBy(start, rows)
  const points: CurvePoint[] = []
  let entered = start ? 0 : rows.length
  let survival = 1
  let spread = 0 // Greenwood's sum: the variance of log survival
  for (let from = 0, moment = 0; from < byTime.length; ) {
    const now = Math.min(time[byTime[from]!]!, moments[moment] ?? Infinity)
    if (now === moments[moment]) moment += 1
    let to = from
    let events = 0
    for (; to < byTime.length && time[byTime[to]!] === now; to += 1) events += event[byTime[to]!]!
    while (byStart && entered < byStart.length && start[byStart[entered]!]! < now) entered += 1
    const atRisk = entered - from
    from = to
    if (atRisk === 0) continue
    survival *= (atRisk - events) / atRisk
    spread += events === 0 ? 0 : events / (atRisk * (atRisk - events))
    points.push({ time: now, atRisk, events, survival, ...uncertainty(survival, spread, interval) })
  }
  return points
}

function uncertainty(
  survival: number,
  spread: number,
  interval: IntervalKind,
): Pick<CurvePoint, 'standardError' | 'lower' | 'upper'> {
  if (survival === 0) return { standardError: null, lower: null, upper: null }
  const error = Math.sqrt(spread)
  const standardError = survival * error
  if (survival === 1) return { standardError, lower: 1, upper: 1 }
  const log = Math.log(survival)
  if (interval === 'log') {
    return { standardError, lower: Math.exp(log - z * error), upper: Math.min(1, Math.exp(log + z * error)) }
  }
  const [middle, reach] = [Math.log(-log), (z * error) / -log]
  return { standardError, lower: Math.exp(-Math.exp(middle + reach)), upper: Math.exp(-Math.exp(middle - reach)) }
}
