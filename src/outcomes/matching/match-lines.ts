import { shown, shownP, textTable } from '../text-table.ts'
import type { MatchAnswer, MatchQuestion } from './compare.ts'

const fewestTreated = 30

/** What was found, worded as carefully as the Justice Data Lab words it. */
export function matchLines(answer: MatchAnswer, question: MatchQuestion): string[] {
  const { submitted, treated, comparisonAvailable, matched, comparison, support, leftOut } = answer
  return [
    `Submitted ${submitted} rows; complete ${treated} treated and ${comparisonAvailable} to compare with; analysed ${matched} treated`,
    `against ${comparison}, worth ${Math.round(answer.effectiveSampleSize)} people of equal weight.`,
    ...leftOut.map(({ column, rows }) => `${rows} rows were left out: nothing in ${column}.`),
    `Both groups reach propensities from ${shown(support.lower)} to ${shown(support.upper)}; ${support.treatedOutside} treated lie outside the others’.`,
    '',
    ...effectLines(answer, question),
    '',
    'How alike the groups are (difference in standard deviations of the treated)',
    ...textTable(
      ['', 'before', 'after', 'weighted', 'flag'],
      answer.balance.map(({ covariate, before, after, flag }, index) => [
        covariate,
        ...[before, after, answer.weighted.balance[index]!.after].map(shown),
        flag,
      ]),
    ),
    '  green up to 0.05, amber up to 0.1, red above: what is not alike may be why the groups differ.',
    '',
    `By weighting everybody instead (inverse probability), the difference is ${shown(answer.weighted.estimate)}`,
    `(standard error ${shown(answer.weighted.standardError)}). If the two disagree, trust neither.`,
    `As the groups came, nothing done, it is ${shown(answer.unadjusted.estimate)}.`,
  ]
}

function effectLines(answer: MatchAnswer, { outcome }: MatchQuestion): string[] {
  const { treatedRate, comparisonRate, estimate, standardError, lower, upper, p } = answer
  const isShare = [treatedRate, comparisonRate].every((rate) => rate >= 0 && rate <= 1)
  const rates = isShare
    ? `Of any 100 typical treated people ${Math.round(treatedRate * 100)} had the outcome, of 100 in the comparison group ${Math.round(comparisonRate * 100)}.`
    : `The mean of ${outcome} is ${shown(treatedRate)} for the treated and ${shown(comparisonRate)} in the comparison group.`
  const interval = lower === null ? '' : `, 95% interval ${shown(lower)} to ${shown(upper)}`
  return [
    rates,
    `Difference ${shown(estimate)}, standard error ${shown(standardError)}${interval}${p === null ? '' : `, p ${shownP(p)}`}.`,
    ...conclusionLines(answer),
  ]
}

function conclusionLines({ conclusion, matched, p }: MatchAnswer): string[] {
  const few = matched < fewestTreated ? [`Fewer than ${fewestTreated} treated people: too few to publish.`] : []
  if (conclusion === 'inconclusive') {
    return [
      ...few,
      `Inconclusive${p === null ? ': too few people, or no variation, to test it' : ''}. With more people the answer might become clear; that no difference was shown`,
      'does not mean that the programme makes none.',
    ]
  }
  return [
    ...few,
    `The treated have a ${conclusion} outcome than people like them, by more than chance explains. That the programme caused it`,
    'follows only if nothing else that matters differs between the groups.',
  ]
}
