/**
 * What OGRS3 asks of somebody.
 *
 * @source Howard, Francis, Soothill and Humphreys (2009), OGRS 3: the revised Offender Group Reconviction Scale.
 */
export interface Ogrs3Facts {
  sex: 'M' | 'F'
  /** Whole years at the present conviction, at the first sanction, and at the start of follow-up (release or sentence). */
  ageAtConviction: number
  ageAtFirstSanction: number
  ageAtFollowUp: number
  /** Sanctions before the present one. */
  previousSanctions: number
  offence: string
  /** What the present sanction is; where it is not said, a conviction, first or repeated. */
  status?: Ogrs3Status
}

const statusWeights = {
  first_caution_no_conviction: 0,
  second_plus_caution_no_conviction: 0.083100501,
  first_conviction_no_previous_caution: 0.126142106,
  multiple_cautions_then: 0.34859587,
  repeat: 0.463062792,
}
export type Ogrs3Status = keyof typeof statusWeights
export const ogrs3Statuses = Object.keys(statusWeights) as Ogrs3Status[]

const intercepts = { oneYear: 1.402562384, twoYear: 2.121705678 }
const rateWeight = 1.251124464

const bandFloors = [10, 12, 14, 16, 18, 21, 25, 30, 35, 40, 50]
const ageWeights = {
  M: [
    0, 0.083922902, 0.075775765, -0.061594199, -0.625103618, -1.051515067, -1.166679288, -1.325976554, -1.368045933,
    -1.499690953, -2.025261458,
  ],
  F: [
    -0.785038489, -0.613852078, -0.669521331, -0.959179629, -0.897480934, -1.028488454, -1.052777806, -1.129127959,
    -1.42187494, -1.524652221, -2.44983716,
  ],
}

const offenceWeights: Record<string, number> = {
  Violence: 0,
  Robbery: -0.634795912,
  'Public order': 0.181917975,
  'Sexual (not against child)': 0.003276327,
  'Sexual (against child)': -0.653434071,
  'Soliciting or prostitution': 0.760608858,
  'Burglary (domestic)': -0.12394352,
  'Burglary (other)': 0.240604429,
  'Theft (non-motor)': 0.661244321,
  'Handling stolen goods': 0.351866973,
  'Fraud and forgery': 0.159910192,
  'Absconding or bail offences': 0.733378677,
  'Taking & driving away': 0.380059431,
  'Theft from vehicles': 0.427225615,
  'Other motoring': 0.262228428,
  'Drink driving': -0.121439408,
  'Criminal damage': 0.204960477,
  'Drug import/export/production': -0.795556373,
  'Drug possession/supply': 0.077165871,
  'Other offence': -0.060667525,
}
export const ogrs3Offences = Object.keys(offenceWeights)

/** Bounds that the facts must keep, so that no logarithm is taken of nothing. */
export const youngestAge = 10

/**
 * The chance of a proven reoffence within one and two years, 0 to 1. An unofficial calculation: of a group, not a fate.
 *
 * @param facts - ages from 10; the first sanction no later than the present conviction; an offence of `ogrs3Offences`.
 */
export function scoreOgrs3(facts: Ogrs3Facts): { oneYear: number; twoYear: number } {
  const copasRate = Math.log((1 + facts.previousSanctions) / (10 + facts.ageAtConviction - facts.ageAtFirstSanction))
  const status = facts.status ?? (facts.previousSanctions === 0 ? 'first_conviction_no_previous_caution' : 'repeat')
  const band = bandFloors.findLastIndex((floor) => facts.ageAtFollowUp >= floor)
  const z =
    rateWeight * copasRate + statusWeights[status] + ageWeights[facts.sex][band]! + offenceWeights[facts.offence]!
  return { oneYear: sigmoid(intercepts.oneYear + z), twoYear: sigmoid(intercepts.twoYear + z) }
}

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
