import { dot, type Factored, factor, inverse, quadratic, solve } from '../numbers/symmetric.ts'
import { type Design, saysNothingNew } from '../table/design.ts'
import { FileProblem } from '../table/file-problem.ts'
import { inRiskOrder, type Ordered, type Ties } from './cox-order.ts'
import { passOver } from './cox-pass.ts'
import type { FollowUp } from './follow-up.ts'

export interface CoxFit {
  /** By place of the design, in the units of the file: the log of the hazard ratio for one more. */
  estimates: number[]
  standardErrors: number[]
  logLikelihood: number
  logLikelihoodNull: number
  /** Three chi-squared tests that no covariate matters, on as many degrees of freedom as places. */
  likelihoodRatio: number
  wald: number
  score: number
  /** For tests on the fit: rows in order of risk and the coefficients on the standardised scale. */
  ordered: Ordered
  standardised: Float64Array
}

interface At {
  coefficients: Float64Array
  logLikelihood: number
  score: Float64Array
  information: Float64Array
}
type Whole = Extract<Factored, { lower: Float64Array }>

const mostSteps = 30
const mostHalvings = 30
const closeEnough = 1e-6

/**
 * Cox's proportional hazards model by Newton-Raphson with step halving.
 *
 * @param strata - rows of each stratum; the baseline is each stratum's own.
 * @throws FileProblem no event; a covariate that the others explain; one that separates perfectly, so that its estimate has no end.
 * @source Cox 1972; Therneau and Grambsch 2000.
 */
export function fitCox(followUp: FollowUp, design: Design, strata: Int32Array[], ties: Ties): CoxFit {
  const { ordered, sds } = inRiskOrder(followUp, design, strata, ties)
  const start = evaluate(ordered, new Float64Array(ordered.places))
  const atStart = factor(start.information, ordered.places, 1e-10)
  if ('dependent' in atStart) throw saysNothingNew(design, atStart.dependent)

  const { at, factored } = climb(ordered, design, start, atStart)
  const variance = inverse(factored)
  return {
    estimates: sds.map((sd, place) => at.coefficients[place]! / sd),
    standardErrors: sds.map((sd, place) => Math.sqrt(variance[place * sds.length + place]!) / sd),
    logLikelihood: at.logLikelihood,
    logLikelihoodNull: start.logLikelihood,
    likelihoodRatio: Math.max(0, 2 * (at.logLikelihood - start.logLikelihood)),
    wald: waldOf(at),
    score: quadratic(atStart, start.score),
    ordered,
    standardised: at.coefficients,
  }
}

/** Steps until one moves no coefficient by a millionth of its scale; it was the last, and exact to rounding. */
function climb(ordered: Ordered, design: Design, start: At, atStart: Whole): { at: At; factored: Whole } {
  let [at, factored] = [start, atStart]
  for (let count = 0; count < mostSteps; count += 1) {
    const step = solve(factored, at.score)
    const largest = step.reduce((most, length) => Math.max(most, Math.abs(length)), 0)
    at = uphill(ordered, at, step)
    const next = factor(at.information, ordered.places)
    if ('dependent' in next) throw separates(design, next.dependent)
    factored = next
    if (largest < closeEnough) return { at, factored }
  }
  throw separates(design, loosest(factored))
}

function uphill(ordered: Ordered, at: At, step: Float64Array): At {
  let next = evaluate(ordered, moved(at.coefficients, step, 1))
  // equal to rounding counts as uphill: at the top there is nothing left to gain
  const floor = at.logLikelihood - 1e-12 * Math.abs(at.logLikelihood)
  for (let halving = 1; !(next.logLikelihood >= floor) && halving < mostHalvings; halving += 1) {
    next = evaluate(ordered, moved(at.coefficients, step, 0.5 ** halving))
  }
  return next
}

const moved = (from: Float64Array, step: Float64Array, share: number) =>
  Float64Array.from(from, (value, place) => value + share * step[place]!)

function evaluate(ordered: Ordered, coefficients: Float64Array): At {
  const { places } = ordered
  const score = new Float64Array(places)
  const information = new Float64Array(places * places)
  const logLikelihood = passOver(ordered, coefficients, (_, scores, triangle) => {
    for (let one = 0, at = 0; one < places; one += 1) {
      score[one]! += scores[one]!
      for (let two = 0; two <= one; two += 1, at += 1) information[one * places + two]! += triangle[at]!
    }
  })
  for (let one = 0; one < places; one += 1) {
    for (let two = one + 1; two < places; two += 1) information[one * places + two] = information[two * places + one]!
  }
  return { coefficients, logLikelihood, score, information }
}

function waldOf({ coefficients, information }: At): number {
  const places = coefficients.length
  const product = coefficients.map((_, row) =>
    dot(coefficients, information.subarray(row * places, (row + 1) * places)),
  )
  return dot(coefficients, product)
}

/** The place with the largest variance: where the likelihood is flat. */
function loosest(factored: Whole): number {
  const variance = inverse(factored)
  const own = Array.from({ length: factored.size }, (_, place) => variance[place * factored.size + place]!)
  return own.indexOf(Math.max(...own))
}

function separates({ names, columns }: Design, place: number): FileProblem {
  const name = names[place] === columns[place] ? 'It' : names[place]
  const wrong = `${name} parts those with the event from those without, so its effect has no end.`
  return new FileProblem(wrong, 'Leave the column out, or join groups until each has events.', {
    column: columns[place]!,
  })
}
