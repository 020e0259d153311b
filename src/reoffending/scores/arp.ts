import { sigmoid } from './ogrs3.ts'

/** What the static form of the Actuarial Risk Predictor asks of somebody. */
export interface ArpFacts {
  sex: 'M' | 'F'
  /** Whole years at the start of follow-up, at the present conviction, and at the first sanction. */
  ageAtFollowUp: number
  ageAtConviction: number
  ageAtFirstSanction: number
  /** All sanctions, the present one too: 1 or more. */
  totalSanctions: number
  /** One of `arpOffences`. */
  offence: string
  /** Months in the community without an offence; 0 where follow-up begins with the assessment. 36 is as good as more. */
  offenceFreeMonths: number
}

// Facts: the published coefficients of the static two-year model.
// @source ministryofjustice/hmpps-arns-risk-actuarial-api at 016919c (MIT, Crown copyright)
const constant = 5.01702292499072
const agePowers = {
  M: [-0.142428460338541, 0.0011000413899151, 0.0000198538471606, -2.648918335e-7],
  F: [-0.0175014516689226, 0.0001625346907234, 3.645241305e-7, -7.46220588e-8],
}
const female = -2.95224200717183
const firstSanction = -3.94357049933093
const secondSanction = -3.06189212045904
const yearsToSecondSanction = { M: -0.0432051839161834, F: -0.0427998315841607 }
const eachSanction = -0.0042757301284995
const monthPowers = [-0.0762086223169624, 0.0016230134182902, 0.0000224473135387, -0.0000012808638685]
const copas = { M: 1.55298303083717, F: 1.01980307124196 }
const copasSquared = { M: 0.129334968245905, F: -0.039439197041062 }
const careerYears = 26
const mostOffenceFreeMonths = 36

const violence = -0.110075583936778
const offenceWeights: Record<string, number> = {
  BURGLARY_DOMESTIC: 0.155944202809011,
  BURGLARY_OTHER: 0.2060248043228,
  DRUNKENNESS: 0.587490417262633,
  DRINK_DRIVING: -0.264724530382273,
  MOTORING_OFFENCES: -0.0439980822830184,
  VEHICLE_RELATED_THEFT: 0.173405416410866,
  FRAUD_AND_FORGERY: -0.434791453303048,
  WELFARE_FRAUD: -1.15395495579948,
  DRUG_IMPORT_EXPORT_OR_PRODUCTION: -0.468252524851408,
  DRUG_POSSESSION_OR_SUPPLY: 0.0204101986121863,
  VIOLENCE_AGAINST_THE_PERSON_ABH_PLUS: violence,
  VIOLENCE_AGAINST_THE_PERSON_SUB_ABH: violence,
  PUBLIC_ORDER_AND_HARRASSMENT: 0.0854410288820027, // spelt as the source spells it
  WEAPONS_NON_FIREARM: violence,
  FIREARMS_MOST_SERIOUS: violence,
  FIREARMS_OTHER: violence,
  HANDLING_STOLEN_GOODS: 0.088414958679896,
  CRIMINAL_DAMAGE: 0.12167599899735,
  ACQUISITIVE_VIOLENCE: -0.119211282701221,
  OTHER_OFFENCES: 0.0384434393037725,
  ABSCONDING_OR_BAIL: 0.325485504296161,
  SEXUAL_AGAINST_CHILD: 0.111620464721896,
  SEXUAL_NOT_AGAINST_CHILD: 0.169969798103235,
  THEFT_NON_MOTOR: 0.462548123919817,
}
export const arpOffences = Object.keys(offenceWeights)

/**
 * The chance of a proven reoffence within two years, 0 to 1; the model has no one-year form. An unofficial calculation.
 *
 * @param facts - ages from 10; the first sanction no later than the present conviction.
 */
export function scoreArp(facts: ArpFacts): { z: number; twoYear: number } {
  const { sex } = facts
  const z =
    constant +
    polynomial(facts.ageAtFollowUp, agePowers[sex]) +
    (sex === 'F' ? female : 0) +
    offenceWeights[facts.offence]! +
    historyOf(facts) +
    facts.totalSanctions * eachSanction +
    polynomial(Math.min(facts.offenceFreeMonths, mostOffenceFreeMonths), monthPowers)
  return { z, twoYear: sigmoid(z) }
}

function historyOf({ sex, totalSanctions, ageAtConviction, ageAtFirstSanction }: ArpFacts): number {
  const years = ageAtConviction - ageAtFirstSanction
  if (totalSanctions === 1) return firstSanction
  if (totalSanctions === 2) return secondSanction + years * yearsToSecondSanction[sex]
  const rate = Math.log(totalSanctions / (years + careerYears))
  return copas[sex] * rate + copasSquared[sex] * rate ** 2
}

/** Of x, x², x³... */
const polynomial = (x: number, weights: number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * x ** (index + 1), 0)
