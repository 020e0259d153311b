import { normalQuantile } from '../numbers/distributions.ts'

export interface Plan {
  p1: number
  p2: number
  /** Chance of finding the difference if it is there. */
  power: number
  /** Chance, on both sides together, of finding one that is not there. */
  alpha: number
}

/**
 * People needed in each of two equal groups to tell two proportions apart; not yet rounded up.
 *
 * @source the normal approximation with the pooled variance under no difference, as in R's `power.prop.test`.
 */
export function peoplePerArm({ p1, p2, power, alpha }: Plan): number {
  const middle = (p1 + p2) / 2
  const underNone = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * middle * (1 - middle))
  const underBoth = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  return ((underNone + underBoth) / (p1 - p2)) ** 2
}
