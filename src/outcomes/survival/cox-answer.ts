import { chiSquaredUpperTail, normalQuantile, twoSidedP } from '../numbers/distributions.ts'
import type { Design } from '../table/design.ts'
import { smallestCell } from '../table/smallest-cell.ts'
import { concordanceOf } from './concordance.ts'
import type { CoxFit } from './cox.ts'
import type { HazardsTest } from './hazards-test.ts'

const z95 = normalQuantile(0.975)

/** A Cox model as it is printed: each coefficient, the tests of the whole, and whether its hazards stay in proportion. */
export function coxAnswer(design: Design, fit: CoxFit, proportionalHazards: HazardsTest[]) {
  const { names } = design
  const { logLikelihood, logLikelihoodNull, likelihoodRatio, wald, score } = fit
  const coefficients = names.map((name, place) => {
    const [estimate, standardError] = [fit.estimates[place]!, fit.standardErrors[place]!]
    const z = estimate / standardError
    const [hazardRatio, lower, upper] = [0, -1, 1].map((side) => Math.exp(estimate + side * z95 * standardError))
    return { name, estimate, standardError, z, p: twoSidedP(z), hazardRatio, lower, upper }
  })
  const concordance = concordanceOf(fit.ordered, fit.standardised)
  return {
    coefficients,
    logLikelihood,
    logLikelihoodNull,
    likelihoodRatio,
    wald,
    score,
    degreesOfFreedom: names.length,
    likelihoodRatioP: chiSquaredUpperTail(likelihoodRatio, names.length),
    concordance: concordance?.concordance ?? null,
    concordanceStandardError: concordance?.standardError ?? null,
    proportionalHazards,
    smallestCell: smallestCell(design),
  }
}
