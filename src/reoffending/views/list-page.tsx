import type { Agency } from '../../agencies/index.ts'
import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Cell, Empty, Input, Link, Note, PageHead, ProblemSummary, problemOf, Row, RowHead, Section, Select, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { percent } from '../figures.ts'
import type { Cohort } from '../queries/cohorts.ts'
import type { Shown } from '../shown.ts'
import { words } from '../words.ts'

export interface ListProps {
  page: PageContext
  cohorts: readonly { cohort: Cohort; shown: Shown }[]
  prisons: readonly Agency[]
  sources: readonly Agency[]
  quarters: readonly string[]
  /** The reader's own agency, where it is a prison. */
  ownPrison: string | undefined
  mayBringIn: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** The agency's cohorts with what can be said of each, and a new one. */
export function ListPage(props: ListProps) {
  const { page, cohorts, mayBringIn, form } = props
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={say('title')}
      hasProblems={form.problems.length > 0}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="reoffending" />}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          <>
            {mayBringIn && <Link href="/reoffending/extracts">{say('extracts.title')}</Link>}
            <Link href="/reoffending/severity">{say('severity.title')}</Link>
          </>
        }
      />
      <Note>
        <p class="govuk-body tl-m0">{say('indicator')}</p>
      </Note>
      <Section id="h-cohorts" title={say('cohorts')}>
        {cohorts.length === 0 ? (
          <Empty title={say('cohorts-none')}>
            <p class="govuk-body">{say('cohorts-none-text')}</p>
          </Empty>
        ) : (
          <Cohorts {...props} />
        )}
      </Section>
      <Section id="h-new" title={say('new.title')}>
        <NewCohort {...props} />
      </Section>
    </Layout>
  )
}

function Cohorts({ page: { locale }, cohorts }: ListProps) {
  const say = words(locale)
  const heads = (['cohort', 'released', 'people', 'rate'] as const).map((name) => say(`column.${name}`))
  return (
    <Table
      caption={say('cohorts')}
      isCaptionHidden
      columns={heads.map((text, index) => ({ text, isNumeric: index === 2 }))}
    >
      {cohorts.map(({ cohort, shown }) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/reoffending/cohorts/${cohort.id}`}>
              {cohort.title}
            </Link>
            <small>{cohort.prisonName}</small>
          </RowHead>
          <Cell label={heads[1]!}>
            {say('period', { from: formatDay(locale, cohort.from, 'full'), to: formatDay(locale, cohort.to, 'full') })}
          </Cell>
          <Cell label={heads[2]!} isNumeric>
            {'people' in shown ? formatNumber(locale, shown.people) : '–'}
          </Cell>
          <Cell label={heads[3]!}>{inShort(locale, shown)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function inShort(locale: Locale, shown: Shown): string {
  const say = words(locale)
  if (shown.state === 'SHOWN') return percent(locale, shown.reoffenders / shown.people)
  if (shown.state === 'NOT_MATURE') return say('short.NOT_MATURE', { day: formatDay(locale, shown.matureOn, 'full') })
  return say(`short.${shown.state}`)
}

function NewCohort({ page, prisons, sources, quarters, ownPrison, form }: ListProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const agencies = (list: readonly Agency[]) => [
    { value: '', text: say('new.choose') },
    ...list.map(({ id, name }) => ({ value: id, text: name })),
  ]
  const ofQuarter = quarters.map((quarter) => ({ value: quarter, text: quarterName(page.locale, quarter) }))
  const quarter = (name: 'first' | 'last') => (
    <Select
      name={name}
      label={say(`new.${name}`)}
      items={ofQuarter}
      value={typedText(form, name) || quarters[8]}
      error={error(name)}
    />
  )
  return (
    <form method="post" action="/reoffending" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input
        name="title"
        label={say('new.name')}
        hint={say('new.name-hint')}
        value={typedText(form, 'title')}
        error={error('title')}
        width={20}
      />
      <Select
        name="prisonId"
        label={say('new.prison')}
        items={agencies(prisons)}
        value={typedText(form, 'prisonId') || ownPrison}
        error={error('prisonId')}
      />
      {quarter('first')}
      {quarter('last')}
      <Select
        name="sourceId"
        label={say('new.source')}
        hint={say('new.source-hint')}
        items={agencies(sources)}
        value={typedText(form, 'sourceId')}
        error={error('sourceId')}
      />
      <Button>{say('new.make')}</Button>
    </form>
  )
}

/** "January to March 2025". */
function quarterName(locale: Locale, quarter: string): string {
  const [year, number] = quarter.split('-Q') as [string, '1' | '2' | '3' | '4']
  return words(locale)(`quarter.${number}`, { year })
}
