import { type ContextEvent, EvidenceNavigation, TimeChart } from '../../context-events/index.ts'
import { addDays } from '../../platform/calendar-day.ts'
import { formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Checkboxes, Details, Empty, Input, PageHead, PrintButton, ProblemSummary, problemOf, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { quarterFigures, quarterName } from '../quarter-figures.ts'
import type { ItemResult } from '../queries/surveys.ts'
import type { Survey, SurveyItem } from '../survey.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  survey: Survey
  /** Everything that was ever asked in it. */
  items: readonly SurveyItem[]
  results: readonly ItemResult[]
  events: readonly ContextEvent[]
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What was answered, question by question and quarter by quarter, with how sure one can be. */
export function ResultsPage(props: Props) {
  const { page, survey, items, results, mayKeep, form } = props
  const say = words(page.locale)
  const title = say(`audience.${survey.audience}`)
  const answered = items.filter(({ key }) => results.some(({ item }) => item === key))
  return (
    <Layout
      page={page}
      title={title}
      subNavigation={<EvidenceNavigation page={page} current="surveys" />}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href="/surveys">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('results.sub')} actions={<PrintButton>{say('print')}</PrintButton>} />
      {answered.length === 0 && (
        <Empty title={say('results.none')}>
          <p class="govuk-body">{say('results.none-text')}</p>
        </Empty>
      )}
      {answered.map((item, index) => (
        <Item {...props} item={item} index={index} />
      ))}
      <p class="govuk-body tl-quiet">{say('results.caveat')}</p>
      {mayKeep && (
        <Details summary={say('revise')} isOpen={form.problems.length > 0}>
          <ReviseForm {...props} />
        </Details>
      )}
    </Layout>
  )
}

function Item({ page, results, events, item, index }: Props & { item: SurveyItem; index: number }) {
  const { locale } = page
  const say = words(locale)
  const rows = results.filter((result) => result.item === item.key)
  const told = rows.flatMap(({ quarter, answered, yes }) =>
    answered === null || yes === null ? [] : [{ quarter, answered, yes }],
  )
  const last = told.at(-1)
  const heads = [say('c.quarter'), say('c.answered'), say('c.yes'), say('c.share'), say('c.interval')]
  return (
    <Section id={`h-item-${index}`} title={item.text[locale]}>
      {last && told.length > 1 && (
        <TimeChart
          page={page}
          id={`item-${index}`}
          title={item.text[locale]}
          finding={say('finding', {
            share: shareOf(last),
            answered: last.answered,
            quarter: quarterName(locale, last.quarter),
          })}
          points={told.map((row) => ({ day: addDays(row.quarter, 45), value: shareOf(row) }))}
          sayValue={(value) => say('per-cent', { number: formatNumber(locale, value) })}
          most={100}
          events={events}
          caption={say('chart.caption')}
          isTold
        />
      )}
      <Table
        caption={item.text[locale]}
        isCaptionHidden
        columns={heads.map((text, nth) => ({ text, isNumeric: nth > 0 }))}
      >
        {rows
          .map((row) => quarterFigures(locale, row))
          .map(({ quarter, answered, yes, share, interval }) => (
            <Row>
              <RowHead>{quarter}</RowHead>
              {[answered, yes, share, interval].map((value, index) => (
                <Cell label={heads[index + 1]} isNumeric>
                  {value}
                </Cell>
              ))}
            </Row>
          ))}
      </Table>
    </Section>
  )
}

type Told = { answered: number; yes: number }
const shareOf = ({ answered, yes }: Told): number => Math.round((100 * yes) / answered)

function ReviseForm({ page, survey, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action={`/surveys/${survey.id}`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={survey.version} />
      <p class="govuk-body">{say('revise.text')}</p>
      <Checkboxes
        name="kept"
        legend={say('revise.kept')}
        items={survey.items.map(({ key, text }) => ({ value: key, text: text[page.locale] }))}
        values={survey.items.map(({ key }) => key)}
        error={problemOf(form.problems, 'kept', say)}
        isSmall
      />
      <Input {...field('en')} label={say('revise.en')} />
      <Input {...field('it')} label={say('revise.it')} />
      <Input {...field('nl')} label={say('revise.nl')} />
      <Button preventDoubleClick>{say('revise.button', { version: survey.version + 1 })}</Button>
    </form>
  )
}
