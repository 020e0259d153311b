import { formatNumber } from '../../platform/dates.ts'
import {
  BackLink, Cell, Empty, FilterRow, Link, PageHead, PlainList, PrintButton, Row, RowHead, Section, Select, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { formatMonth } from '../format-month.ts'
import type { Range, Report, ReportTable, Value } from '../report.ts'
import { type ReportName, reportNames, reports } from '../report-list.ts'
import { words } from '../words.ts'

/** What can be read about the work, each with what it answers. */
export function ReportsPage({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} sub={say('sub')} />
      <PlainList>
        {reportNames.map((name) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/reports/${name}`}>
              {say(`${name}.title`)}
            </Link>
            <p class="tl-m0">{say(`${name}.about`)}</p>
          </li>
        ))}
        <li>
          <Link class="tl-link tl-link--strong" href="/evidence">
            {say('evidence.title')}
          </Link>
          <p class="tl-m0">{say('evidence.about')}</p>
        </li>
        <li>
          <Link class="tl-link tl-link--strong" href="/reoffending">
            {say('reoffending.title')}
          </Link>
          <p class="tl-m0">{say('reoffending.about')}</p>
        </li>
        <li>
          <Link class="tl-link tl-link--strong" href="/surveys">
            {say('surveys.title')}
          </Link>
          <p class="tl-m0">{say('surveys.about')}</p>
        </li>
      </PlainList>
    </Layout>
  )
}

export interface ReportPageProps {
  page: PageContext
  name: ReportName
  report: Report
  range: Range
  months: readonly string[]
}

/** One report: its finding in a sentence, the numbers, what they do not say. */
export function ReportPage({ page, name, report, range, months }: ReportPageProps) {
  const say = words(page.locale)
  const { hasRange, hasSides } = reports[name]
  const query = new URLSearchParams({ from: range.from.slice(0, 7), to: range.to.slice(0, 7), side: range.side })
  return (
    <Layout page={page} title={say(`${name}.title`)} print="wide">
      <BackLink href="/reports">{say('title')}</BackLink>
      <PageHead
        title={say(`${name}.title`)}
        sub={say(`${name}.about`)}
        actions={
          <>
            <Link href={`/reports/${name}.csv?${query}`}>{say('csv')}</Link>
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      {hasRange && (
        <FilterRow
          label={say('filters')}
          action={`/reports/${name}`}
          summary={say('change-filters')}
          submit={say('apply')}
        >
          <MonthSelect page={page} name="from" value={range.from} months={months} />
          <MonthSelect page={page} name="to" value={range.to} months={months} />
          {hasSides && (
            <Select
              name="side"
              label={say('side')}
              items={(['FROM', 'TO'] as const).map((value) => ({ value, text: say(`side.${value}`) }))}
              value={range.side}
            />
          )}
        </FilterRow>
      )}
      <p class="govuk-body-l">{report.finding}</p>
      {report.tables.map((table, index) => (
        <Section id={`h-${index}`} title={table.caption}>
          {table.rows.length === 0 ? (
            <Empty title={say('empty')}>
              <p class="govuk-body">{say('empty-text')}</p>
            </Empty>
          ) : (
            <Numbers page={page} table={table} />
          )}
        </Section>
      ))}
      <p class="govuk-body tl-quiet">{report.caveat}</p>
    </Layout>
  )
}

interface MonthProps {
  page: PageContext
  name: 'from' | 'to'
  value: string
  months: readonly string[]
}

function MonthSelect({ page, name, value, months }: MonthProps) {
  const chosen = value.slice(0, 7)
  const offered = months.includes(chosen) ? months : [...months, chosen]
  return (
    <Select
      name={name}
      label={words(page.locale)(name)}
      items={offered.map((month) => ({ value: month, text: formatMonth(page.locale, month) }))}
      value={chosen}
    />
  )
}

function Numbers({ page, table }: { page: PageContext; table: ReportTable }) {
  const { columns, rows, caption } = table
  const shown = (value: Value) =>
    value === null ? words(page.locale)('none') : typeof value === 'number' ? formatNumber(page.locale, value) : value
  return (
    <Table caption={caption} isCaptionHidden columns={columns}>
      {rows.map(([first, ...rest]) => (
        <Row>
          <RowHead>{shown(first ?? null)}</RowHead>
          {rest.map((value, index) => (
            <Cell label={columns[index + 1]!.text} isNumeric={columns[index + 1]!.isNumeric}>
              {shown(value)}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}
