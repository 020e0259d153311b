import { factor, solve } from '../numbers/symmetric.ts'
import { type Design, saysNothingNew, standardised } from '../table/design.ts'
import { FileProblem } from '../table/file-problem.ts'

export interface Propensity {
  /** `(Intercept)` first, then by place of the design, in the units of the file: log odds of being treated. */
  coefficients: { name: string; estimate: number }[]
  /** Chance of being treated by the covariates, for each row. */
  scores: Float64Array
}

const mostSteps = 30
const closeEnough = 1e-6

/**
 * How likely each was to be treated, by what is known of them: logistic regression by iteratively reweighted least squares.
 *
 * @param treated - 1 or 0 for each row; there must be both.
 * @throws FileProblem a covariate that the others explain, or one that parts treated from untreated perfectly.
 */
export function fitPropensity(design: Design, treated: Float64Array): Propensity {
  const { values, means, sds } = standardised(design)
  const size = design.names.length + 1
  const scores = new Float64Array(design.rows)
  let coefficients = new Float64Array(size)
  let at = evaluate(values, treated, coefficients, scores)
  for (let count = 0; count < mostSteps; count += 1) {
    const factored = factor(at.information, size, 1e-10)
    if ('dependent' in factored) {
      throw count === 0 ? saysNothingNew(design, factored.dependent - 1) : partsPerfectly(design, treated)
    }
    const step = solve(factored, at.score)
    const largest = step.reduce((most, length) => Math.max(most, Math.abs(length)), 0)
    const floor = at.logLikelihood - 1e-12 * Math.abs(at.logLikelihood)
    const from = coefficients
    for (let share = 1; share > 1e-9; share /= 2) {
      coefficients = Float64Array.from(from, (value, place) => value + share * step[place]!)
      at = evaluate(values, treated, coefficients, scores)
      if (at.logLikelihood >= floor) break
    }
    if (largest < closeEnough) return { coefficients: inUnitsOfTheFile(design, coefficients, means, sds), scores }
  }
  throw partsPerfectly(design, treated)
}

/** Fills in each row's propensity; the score vector and the information have the intercept at place 0. */
function evaluate(values: Float64Array, treated: Float64Array, coefficients: Float64Array, scores: Float64Array) {
  const size = coefficients.length
  const score = new Float64Array(size)
  const information = new Float64Array(size * size)
  const x = new Float64Array(size).fill(1)
  let logLikelihood = 0
  for (let row = 0; row < scores.length; row += 1) {
    let sum = coefficients[0]!
    for (let place = 1; place < size; place += 1) {
      x[place] = values[row * (size - 1) + place - 1]!
      sum += coefficients[place]! * x[place]!
    }
    const chance = 1 / (1 + Math.exp(-sum))
    scores[row] = chance
    logLikelihood -= Math.log1p(Math.exp(treated[row] ? -sum : sum))
    const weight = chance * (1 - chance)
    for (let one = 0; one < size; one += 1) {
      score[one]! += (treated[row]! - chance) * x[one]!
      const weighted = weight * x[one]!
      for (let two = 0; two <= one; two += 1) information[one * size + two]! += weighted * x[two]!
    }
  }
  return { score, information, logLikelihood }
}

function inUnitsOfTheFile({ names }: Design, coefficients: Float64Array, means: number[], sds: number[]) {
  const estimates = names.map((_, place) => coefficients[place + 1]! / sds[place]!)
  const intercept = estimates.reduce((sum, estimate, place) => sum - estimate * means[place]!, coefficients[0]!)
  return [
    { name: '(Intercept)', estimate: intercept },
    ...names.map((name, place) => ({ name, estimate: estimates[place]! })),
  ]
}

function partsPerfectly(design: Design, treated: Float64Array): FileProblem {
  const place = design.names.findIndex((_, index) => isAlone(design, treated, index))
  const cure = 'Nobody is comparable there: leave the column out, or join groups until each has both.'
  if (place < 0) return new FileProblem('The covariates together part treated from untreated perfectly.', cure)
  const [name, column] = [design.names[place]!, design.columns[place]!]
  const wrong = `${name === column ? 'It' : name} parts treated from untreated perfectly.`
  return new FileProblem(wrong, cure, { column })
}

/** Whether treated and untreated share at most an end of the values at this place. */
function isAlone({ rows, names, values }: Design, treated: Float64Array, place: number): boolean {
  const range = [
    { low: Infinity, high: -Infinity },
    { low: Infinity, high: -Infinity },
  ]
  for (let row = 0; row < rows; row += 1) {
    const value = values[row * names.length + place]!
    const side = range[treated[row]!]!
    side.low = Math.min(side.low, value)
    side.high = Math.max(side.high, value)
  }
  const [untreated, those] = [range[0]!, range[1]!]
  const isOneValue = untreated.low === untreated.high || those.low === those.high
  return untreated.high <= those.low || those.high <= untreated.low || isOneValue
}
