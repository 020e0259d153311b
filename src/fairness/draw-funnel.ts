import { binomialQuantiles, smoothBinomialQuantiles } from './binomial.ts'

/** An area, prison or service with its own people. */
export interface FunnelArea {
  area: string
  n: number
  events: number
}

export interface FunnelPoint extends FunnelArea {
  rate: number
  /** Between these, 95 and 99.8 of 100 areas of this size would lie by chance alone: exact binomial limits. */
  lower95: number
  upper95: number
  lower998: number
  upper998: number
  /** Against the 99.8% limits, widened where areas vary more than chance. */
  stands: 'above' | 'below' | 'inside'
}

export interface Funnel {
  overall: number
  areas: FunnelPoint[]
  /**
   * The mean of the squared z-scores: 1 where chance explains how areas differ, more where they differ otherwise too.
   * Null of fewer than two areas.
   */
  overdispersion: number | null
}

/**
 * Compares areas with what all of them together would give, or with a rate that is known.
 *
 * @param areas - each with people: `n` from 1, `events` from 0 to `n`.
 * @param expected - events that each area's own mix of people would have had: rates are then standardised, observed over
 *   expected times the overall rate.
 * @source Spiegelhalter (2005), Funnel plots for comparing institutional performance.
 */
export function drawFunnel(areas: FunnelArea[], known?: number, expected?: number[]): Funnel {
  const n = areas.reduce((sum, area) => sum + area.n, 0)
  const overall = known ?? areas.reduce((sum, area) => sum + area.events, 0) / n
  const rated = areas.map((area, at) => ({ ...area, rate: rateOf(area, overall, expected?.[at]) }))
  const overdispersion = overdispersionOf(rated, overall)
  return { overall, areas: rated.map((area) => placed(area, overall, overdispersion ?? 1)), overdispersion }
}

const rateOf = ({ events, n }: FunnelArea, overall: number, expected: number | undefined): number =>
  expected ? Math.min(1, (events / expected) * overall) : events / n

type Rated = FunnelArea & { rate: number }

const chances = [0.001, 0.025, 0.975, 0.999]

/** The exact limits for so many people. */
const limitsAt = (n: number, overall: number) => limitsOf(binomialQuantiles(chances, n, overall), n)

/** The same as lines to draw, without the steps from one whole person to the next. */
export const linesAt = (n: number, overall: number) => limitsOf(smoothBinomialQuantiles(chances, n, overall), n)

function limitsOf(quantiles: number[], n: number) {
  const [lower998, lower95, upper95, upper998] = quantiles.map((events) => events / n) as [
    number,
    number,
    number,
    number,
  ]
  return { lower95, upper95, lower998, upper998 }
}

function placed(area: Rated, overall: number, overdispersion: number): FunnelPoint {
  const { rate } = area
  const limits = limitsAt(area.n, overall)
  const widening = Math.sqrt(Math.max(1, overdispersion))
  const isAbove = rate > overall + (limits.upper998 - overall) * widening
  const isBelow = rate < overall - (overall - limits.lower998) * widening
  return { ...area, ...limits, stands: isAbove ? 'above' : isBelow ? 'below' : 'inside' }
}

function overdispersionOf(areas: Rated[], overall: number): number | null {
  const spread = overall * (1 - overall)
  if (areas.length < 2 || spread === 0) return null
  const squares = areas.map((area) => (area.rate - overall) ** 2 / (spread / area.n))
  return squares.reduce((sum, square) => sum + square, 0) / areas.length
}
