import { normalQuantile, twoSidedP } from '../numbers/distributions.ts'
import { designOf } from '../table/design.ts'
import { FileProblem } from '../table/file-problem.ts'
import type { Table } from '../table/read-table.ts'
import { smallestCell } from '../table/smallest-cell.ts'
import { type Balance, balanceOf } from './balance.ts'
import { type Effect, effectOf } from './effect.ts'
import { fitPropensity, type Propensity } from './propensity.ts'
import { oddsWeights, radiusWeights } from './weights.ts'

export interface MatchQuestion {
  treatment: string
  outcome: string
  covariates: string[]
  caliper: number
}

export interface MatchAnswer extends Effect {
  lower: number | null
  upper: number | null
  p: number | null
  /** Whether the two groups differ by more than chance explains, at 5%. */
  conclusion: 'lower' | 'higher' | 'inconclusive'
  /** In the file: rows, and after those without a value were left out: treated and comparison people. */
  submitted: number
  treated: number
  comparisonAvailable: number
  support: { lower: number; upper: number; treatedOutside: number }
  balance: Balance[]
  propensity: Propensity['coefficients']
  weighted: Effect & { balance: Balance[] }
  /** The difference between all treated and all others, as they came. */
  unadjusted: { estimate: number; treatedRate: number; comparisonRate: number }
  leftOut: Table['leftOut']
  /** People in the smallest level of any covariate. */
  smallestCell: number
}

const z = normalQuantile(0.975)

/**
 * What would have happened anyway: the treated against people as likely to be treated who were not.
 *
 * @throws FileProblem one group is empty, nobody is comparable, or a covariate that the propensity cannot bear.
 */
export function compareMatched(table: Table, question: MatchQuestion): MatchAnswer {
  const treated = table.number(question.treatment)
  const outcome = table.number(question.outcome)
  const inTreatment = treated.reduce((sum, value) => sum + value, 0)
  needsBoth(inTreatment, table.rows - inTreatment, question.treatment)
  const design = designOf(table, question.covariates)
  const { coefficients, scores } = fitPropensity(design, treated)

  const weights = radiusWeights(scores, treated, question.caliper)
  if (!weights.values.some((weight, row) => weight > 0 && treated[row] === 1)) {
    const wrong = `Nobody in the comparison group is within ${question.caliper} of any treated person.`
    throw new FileProblem(wrong, 'Widen --caliper, or look for a comparison group that is more alike.')
  }
  const effect = effectOf(outcome, treated, weights)
  const odds = oddsWeights(scores, treated)
  return {
    ...effect,
    ...testOf(effect),
    submitted: table.rows + table.leftOut.reduce((sum, { rows }) => sum + rows, 0),
    treated: inTreatment,
    comparisonAvailable: table.rows - inTreatment,
    support: supportOf(scores, treated),
    balance: balanceOf(design, treated, weights),
    propensity: coefficients,
    weighted: { ...effectOf(outcome, treated, odds), balance: balanceOf(design, treated, odds) },
    unadjusted: differenceAsTheyCame(outcome, treated, inTreatment),
    leftOut: table.leftOut,
    smallestCell: smallestCell(design),
  }
}

function needsBoth(treated: number, others: number, column: string): void {
  if (treated > 0 && others > 0) return
  const empty = treated === 0 ? 'Nobody was treated' : 'Everybody was treated'
  const wrong = `${empty} in the rows that have every value: one group is empty.`
  throw new FileProblem(wrong, 'Write 1 for treated and 0 for the comparison group; there must be both.', { column })
}

function testOf({ estimate, standardError }: Effect): Pick<MatchAnswer, 'lower' | 'upper' | 'p' | 'conclusion'> {
  if (standardError === null) return { lower: null, upper: null, p: null, conclusion: 'inconclusive' }
  const [lower, upper] = [estimate - z * standardError, estimate + z * standardError]
  // without any spread there is nothing to test: all outcomes of a side are the same
  const p = standardError === 0 ? null : twoSidedP(estimate / standardError)
  if (p === null || p > 0.05) return { lower, upper, p, conclusion: 'inconclusive' }
  return { lower, upper, p, conclusion: estimate < 0 ? 'lower' : 'higher' }
}

function differenceAsTheyCame(outcome: Float64Array, treated: Float64Array, inTreatment: number) {
  const sums = [0, 0]
  outcome.forEach((value, row) => {
    sums[treated[row]!]! += value
  })
  const [comparisonRate, treatedRate] = [sums[0]! / (outcome.length - inTreatment), sums[1]! / inTreatment]
  return { estimate: treatedRate - comparisonRate, treatedRate, comparisonRate }
}

/** The propensities that both groups reach, and how many treated lie outside those of the comparison group. */
function supportOf(scores: Float64Array, treated: Float64Array): MatchAnswer['support'] {
  const ends = [
    { low: 1, high: 0 },
    { low: 1, high: 0 },
  ]
  scores.forEach((score, row) => {
    const side = ends[treated[row]!]!
    side.low = Math.min(side.low, score)
    side.high = Math.max(side.high, score)
  })
  const [others, those] = [ends[0]!, ends[1]!]
  const treatedOutside = scores.reduce(
    (count, score, row) => count + (treated[row] && (score < others.low || score > others.high) ? 1 : 0),
    0,
  )
  return { lower: Math.max(others.low, those.low), upper: Math.min(others.high, those.high), treatedOutside }
}
