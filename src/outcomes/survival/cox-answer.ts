import { chiSquaredUpperTail, twoSidedP } from '../numbers/distributions.ts'
import type { Design } from '../table/design.ts'
import { smallestCell } from '../table/smallest-cell.ts'
import { concordanceOf } from './concordance.ts'
import type { CoxFit } from './cox.ts'
import type { HazardsTest } from './hazards-test.ts'

/** A Cox model as it is printed: each coefficient, the tests of the whole, and whether its hazards stay in proportion. */
export function coxAnswer(design: Design, fit: CoxFit, proportionalHazards: HazardsTest[]) {
  const { names } = design
  const { logLikelihood, logLikelihoodNull, likelihoodRatio, wald, score } = fit
  const coefficients = names.map((name, place) => {
    const [estimate, standardError] = [fit.estimates[place]!, fit.standardErrors[place]!]
    const z = estimate / standardError
    return { name, estimate, standardError, z, p: twoSidedP(z) }
  })
  return {
    coefficients,
    logLikelihood,
    logLikelihoodNull,
    likelihoodRatio,
    wald,
    score,
    degreesOfFreedom: names.length,
    likelihoodRatioP: chiSquaredUpperTail(likelihoodRatio, names.length),
    concordance: concordanceOf(fit.ordered, fit.standardised),
    proportionalHazards,
    smallestCell: smallestCell(design),
  }
}
