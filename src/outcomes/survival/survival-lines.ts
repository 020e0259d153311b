import { normalQuantile } from '../numbers/distributions.ts'
import { percent, shown, shownP, textTable } from '../text-table.ts'
import type { SurvivalAnswer, SurvivalQuestion } from './analyse.ts'

const mostTimes = 12
const z = normalQuantile(0.975)

/** What was found, for somebody who reads it in a terminal. */
export function survivalLines(answer: SurvivalAnswer, question: SurvivalQuestion): string[] {
  const { n, events, leftOut, warnings } = answer
  return [
    `${n} rows, ${events} with the event (${percent(events / n)}).`,
    ...leftOut.map(({ column, rows }) => `${rows} rows were left out: nothing in ${column}.`),
    '',
    'Still without the event (Kaplan-Meier, 95% interval)',
    ...curveLines(answer),
    '',
    'Mean time without the event, up to a limit',
    ...textTable(
      ['group', 'up to', 'mean', 'standard error'],
      answer.restrictedMean.map((mean) => [mean.group, ...[mean.upTo, mean.estimate, mean.standardError].map(shown)]),
    ),
    ...logRankLines(answer, question),
    ...coxLines(answer, question),
    ...(warnings.length > 0 ? ['', ...warnings] : []),
  ]
}

function curveLines({ kaplanMeier }: SurvivalAnswer): string[] {
  const groups = Map.groupBy(kaplanMeier, ({ group }) => group)
  const rows = [...groups.values()].flatMap((points) => {
    const step = Math.ceil(points.length / mostTimes)
    return points.filter((_, index) => (index + 1) % step === 0 || index === points.length - 1)
  })
  return textTable(
    ['group', 'time', 'at risk', 'events', 'share', 'from', 'to'],
    rows.map((point) => [
      point.group,
      ...[point.time, point.atRisk, point.events].map(shown),
      ...[point.survival, point.lower, point.upper].map(percent),
    ]),
  )
}

function logRankLines({ logRank }: SurvivalAnswer, { group, strata }: SurvivalQuestion): string[] {
  if (!logRank) return []
  const { chiSquared, degreesOfFreedom, p, groups, observed, expected } = logRank
  const differ = p <= 0.05 ? 'they differ by more than chance explains' : 'that they differ was not shown'
  return [
    '',
    `Whether the groups of ${group} differ (log-rank${strata === undefined ? '' : `, within ${strata}`})`,
    ...textTable(
      ['group', 'events', 'expected'],
      groups.map((name, index) => [name, shown(observed[index]), shown(expected[index])]),
    ),
    `  chi-squared ${shown(chiSquared)} on ${degreesOfFreedom}, p ${shownP(p)}: ${differ}.`,
  ]
}

function coxLines({ cox }: SurvivalAnswer, { ties }: SurvivalQuestion): string[] {
  if (!cox) return []
  const rows = cox.coefficients.map(({ name, estimate, standardError, p }) => [
    name,
    ...[estimate, standardError, Math.exp(estimate)].map(shown),
    ...[estimate - z * standardError, estimate + z * standardError].map((end) => shown(Math.exp(end))),
    shownP(p),
  ])
  return [
    '',
    `What goes with the event coming sooner (Cox model, ${ties} ties)`,
    ...textTable(['', 'estimate', 'standard error', 'hazard ratio', 'from', 'to', 'p'], rows),
    `  log-likelihood ${shown(cox.logLikelihood)}; likelihood ratio ${shown(cox.likelihoodRatio)} on ${cox.degreesOfFreedom}, p ${shownP(cox.likelihoodRatioP)}.`,
    ...(cox.concordance === null
      ? []
      : [
          `  concordance ${shown(cox.concordance)}, standard error ${shown(cox.concordanceStandardError)}: how often who had the event first had the higher risk.`,
        ]),
    '  A ratio above 1 goes with the event sooner, below 1 later. It is an association: it does not show a cause.',
    '',
    ...hazardsLines(cox.proportionalHazards),
  ]
}

function hazardsLines(tests: NonNullable<SurvivalAnswer['cox']>['proportionalHazards']): string[] {
  if (tests.length === 0) return ['Whether the ratios stay the same over time cannot be tested: too few event times.']
  const failing = tests
    .filter(({ p }) => p < 0.05)
    .map(({ name }) => (name === 'GLOBAL' ? 'the model as a whole' : name))
  return [
    'Whether the ratios stay the same over time (Grambsch-Therneau)',
    ...textTable(
      ['', 'chi-squared', 'df', 'p'],
      tests.map(({ name, chiSquared, degreesOfFreedom, p }) => [
        name,
        shown(chiSquared),
        String(degreesOfFreedom),
        shownP(p),
      ]),
    ),
    ...(failing.length > 0
      ? [
          `  WARNING: not for ${failing.join(', ')}. One ratio over the whole time misleads there: look at the curves, split the`,
          '  time with --start, or put the column in --strata.',
        ]
      : ['  Nothing speaks against it.']),
  ]
}
