import { formatDay, formatNumber } from '../../platform/dates.ts'
import { Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { percent, rateOf } from '../figures.ts'
import type { ShownExpectation } from '../shown.ts'
import { words } from '../words.ts'

/** What a published predictor expected of the cohort, and what happened; said to be unofficial. */
export function ExpectationPart({
  page: { locale },
  expectation,
}: {
  page: PageContext
  expectation: ShownExpectation
}) {
  const say = words(locale)
  return (
    <Section id="h-expected" title={say('expected.title')}>
      <p class="govuk-body">{sayExpectation(locale, expectation)}</p>
      <p class="govuk-body tl-quiet">{say('expected.unofficial')}</p>
    </Section>
  )
}

function sayExpectation(locale: PageContext['locale'], expectation: ShownExpectation): string {
  const say = words(locale)
  if (expectation.state === 'FEW_SCORED') return say('expected.FEW_SCORED')
  const { scored, expected } = expectation
  const told = { scored: formatNumber(locale, scored), expected: percent(locale, expected / scored) }
  if (expectation.state === 'NOT_MATURE') {
    return say('expected.NOT_MATURE', { ...told, day: formatDay(locale, expectation.matureOn, 'full') })
  }
  if (expectation.state === 'FEW_COUNTED') return say('expected.FEW_COUNTED', told)
  const { rate, lower, upper } = rateOf(expectation.reoffenders, scored)
  const happened = { rate: percent(locale, rate), lower: percent(locale, lower), upper: percent(locale, upper) }
  return say('expected.SHOWN', { ...told, ...happened })
}
