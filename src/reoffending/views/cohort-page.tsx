import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Link, Note, PageHead, PrintButton, ProblemSummary, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { decimal, percent, rateOf, type ShownBaseline, type ShownCohort, twoDigits } from '../figures.ts'
import type { Cohort } from '../queries/cohorts.ts'
import type { Shown, ShownAreas, ShownExpectation } from '../shown.ts'
import { words } from '../words.ts'
import { Areas } from './areas.tsx'
import { BaselinePart } from './baseline.tsx'
import { ExpectationPart } from './expectation.tsx'

export interface CohortProps {
  page: PageContext
  cohort: Cohort
  countedAt: Date | undefined
  shown: Shown
  baseline: ShownBaseline
  expectation: ShownExpectation | undefined
  areas: ShownAreas
  /** Other cohorts of the agency: one of them may be the baseline. */
  others: readonly Cohort[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** One cohort: what was counted, beside its baseline, what was expected, and its areas; or why there is nothing to see yet. */
export function CohortPage(props: CohortProps) {
  const { page, cohort, shown, areas, form, countedAt } = props
  const { locale } = page
  const say = words(locale)
  const period = {
    from: formatDay(locale, cohort.from, 'full'),
    to: formatDay(locale, cohort.to, 'full'),
  }
  return (
    <Layout
      page={page}
      title={cohort.title}
      hasProblems={form.problems.length > 0}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="reoffending" />}
    >
      <BackLink href="/reoffending">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={cohort.title}
        sub={say('cohort.sub', { ...period, prison: cohort.prisonName, source: cohort.sourceName })}
        actions={
          <>
            <Link href={`/reoffending/cohorts/${cohort.id}.csv`}>{say('csv')}</Link>
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      <Finding page={page} shown={shown} />
      {shown.state === 'SHOWN' && <Measures page={page} shown={shown} />}
      <BaselinePart {...props} />
      {props.expectation && <ExpectationPart page={page} expectation={props.expectation} />}
      {shown.state === 'SHOWN' && <Areas page={page} shown={shown} areas={areas} />}
      <Section id="h-method" title={say('method.title')}>
        <p class="govuk-body">{say('method.text')}</p>
        <p class="govuk-body">{say('indicator')}</p>
        {countedAt && <p class="govuk-body tl-quiet">{say('counted-at', { at: formatAt(locale, countedAt) })}</p>}
        <form method="post" action={`/reoffending/cohorts/${cohort.id}/end`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('end')}</Button>
        </form>
      </Section>
    </Layout>
  )
}

function Finding({ page: { locale }, shown }: { page: PageContext; shown: Shown }) {
  const say = words(locale)
  if (shown.state === 'SHOWN') {
    const { people, reoffenders } = shown
    return (
      <p class="govuk-body-l">{say('finding', { people, reoffenders, rate: percent(locale, reoffenders / people) })}</p>
    )
  }
  const told = 'matureOn' in shown ? { day: formatDay(locale, shown.matureOn, 'full'), people: shown.people } : {}
  return (
    <Note title={say(`state.${shown.state}`)}>
      <p class="govuk-body tl-m0">{say(`state.${shown.state}-text`, { day: '', people: 0, ...told })}</p>
    </Note>
  )
}

function Measures({ page: { locale }, shown }: { page: PageContext; shown: ShownCohort }) {
  const say = words(locale)
  const { people, reoffenders, reoffences, severity } = shown
  const { rate, lower, upper } = rateOf(reoffenders, people)
  const heads = [say('column.measure'), say('column.value'), say('column.meaning')]
  const between = say('between', { lower: percent(locale, lower), upper: percent(locale, upper) })
  const rows = [
    ['people', formatNumber(locale, people)],
    ['reoffenders', formatNumber(locale, reoffenders)],
    ['rate', `${percent(locale, rate)} (${between})`],
    ['reoffences', formatNumber(locale, reoffences)],
    ['per-reoffender', decimal(locale, reoffences / reoffenders)],
    ['per-person', decimal(locale, reoffences / people)],
  ] as const
  return (
    <Section id="h-measures" title={say('measures')}>
      <Table
        caption={say('measures')}
        isCaptionHidden
        columns={heads.map((text, index) => ({ text, isNumeric: index === 1 }))}
      >
        {rows.map(([name, value]) => (
          <Row>
            <RowHead>{say(`measure.${name}`)}</RowHead>
            <Cell label={heads[1]!} isNumeric>
              {value}
            </Cell>
            <Cell label={heads[2]!}>{say(`meaning.${name}`)}</Cell>
          </Row>
        ))}
        {severity && (
          <Row>
            <RowHead>{say('measure.severity')}</RowHead>
            <Cell label={heads[1]!} isNumeric>
              {severity.total === null ? '–' : formatNumber(locale, twoDigits(severity.total / people))}
            </Cell>
            <Cell label={heads[2]!}>
              {say(severity.total === null ? 'meaning.severity-held' : 'meaning.severity', {
                version: severity.version,
                some: severity.unweighted > 0 ? 'yes' : 'no',
              })}
            </Cell>
          </Row>
        )}
      </Table>
    </Section>
  )
}
