export type Band = 'low' | 'medium' | 'high' | 'very high'

/**
 * What a score is called.
 *
 * @param percent - 0 to 100, rounded as its predictor rounds: OGRS3 to a whole number, ARP to two decimals.
 * @source the bands of the probation service's calculators.
 */
export function bandOf(percent: number): Band {
  if (percent < 50) return 'low'
  if (percent < 75) return 'medium'
  return percent < 90 ? 'high' : 'very high'
}
