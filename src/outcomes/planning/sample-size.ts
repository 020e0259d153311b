import { normalQuantile, normalUpperTail } from '../numbers/distributions.ts'

export interface Plan {
  p1: number
  p2: number
  /** Chance of finding the difference if it is there. */
  power: number
  /** Chance, on both sides together, of finding one that is not there. */
  alpha: number
  /** People compared with for each one in the programme; 1 unless said. */
  ratio?: number
}

/**
 * People needed in each of two equal groups to tell two proportions apart; not yet rounded up.
 *
 * @source the normal approximation with the pooled variance under no difference, as in R's `power.prop.test`.
 */
export const peoplePerArm = (plan: Plan): number => peopleInProgramme({ ...plan, ratio: 1 })

/**
 * People needed in the programme where each is compared with `ratio` others; not yet rounded up.
 *
 * @source Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003), section 4.4, without the correction for
 *   continuity. With a ratio of 1 it is R's `power.prop.test`.
 */
function peopleInProgramme({ p1, p2, power, alpha, ratio = 1 }: Plan): number {
  const { underNone, underBoth } = spreads({ p1, p2, ratio })
  const wanted = normalQuantile(1 - alpha / 2) * underNone + normalQuantile(power) * underBoth
  return (wanted / (p1 - p2)) ** 2 / ratio
}

export interface PeopleNeeded {
  inProgramme: number
  compared: number
}

/** Whole people in both groups. `p1` is of those compared with, `p2` of those in the programme; `p1` and `p2` differ. */
export function peopleNeeded(plan: Plan): PeopleNeeded {
  const inProgramme = Math.ceil(peopleInProgramme(plan) - rounding)
  return { inProgramme, compared: Math.ceil(inProgramme * (plan.ratio ?? 1) - rounding) }
}

/** The chance of finding a difference with so many in the programme; the other tail, which hardly counts, left out. */
export function powerWith({ p1, p2, alpha, ratio = 1 }: Omit<Plan, 'power'>, inProgramme: number): number {
  const { underNone, underBoth } = spreads({ p1, p2, ratio })
  const reached = Math.abs(p1 - p2) * Math.sqrt(inProgramme * ratio) - normalQuantile(1 - alpha / 2) * underNone
  return 1 - normalUpperTail(reached / underBoth)
}

const rounding = 1e-9 // of the last digit: 63.0000000001 people are 63

/** Standard deviations of the difference, times the root of the people in the programme and of the ratio. */
function spreads({ p1, p2, ratio }: { p1: number; p2: number; ratio: number }) {
  const middle = (p2 + ratio * p1) / (ratio + 1)
  return {
    underNone: Math.sqrt((ratio + 1) * middle * (1 - middle)),
    underBoth: Math.sqrt(ratio * p2 * (1 - p2) + p1 * (1 - p1)),
  }
}
