import type { Day } from '../../platform/calendar-day.ts'
import { formatNumber } from '../../platform/dates.ts'
import { BackLink, Cell, Chips, Empty, Link, PageHead, PrintButton, Row, RowHead, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import { type Grouping, groupings } from '../groupings.ts'
import type { ReportFilter, ReportRow } from '../queries/report.ts'
import { words } from '../words.ts'

export interface ReportPageProps {
  page: PageContext
  isPrison: boolean
  hasSchedule: boolean
  /** The first day of the month shown, and of those that can be. */
  month: Day
  months: readonly Day[]
  filter: ReportFilter
  rows: readonly ReportRow[]
  /** Of the wing or worker whose rows these are. */
  about: string | undefined
}

/** Sessions expected and held: by wing, worker, person or month, each number with the rows behind it. */
export function ReportPage(props: ReportPageProps) {
  const { page, isPrison, month, filter, rows, about } = props
  const { locale } = page
  const say = words(locale)
  const when = filter.by === 'month' ? say('report.year') : monthName(locale, month)
  const shown = [when, about].filter(Boolean).join(', ')
  return (
    <Layout page={page} title={say('report.title')} print="wide">
      <BackLink href="/key-work">{say('due.title')}</BackLink>
      <PageHead
        title={say('report.title')}
        sub={`${shown}. ${say('report.sub')}`}
        actions={<PrintButton>{say('pack.print')}</PrintButton>}
      />
      {isPrison ? (
        <>
          <Choices {...props} />
          {!props.hasSchedule && <p class="govuk-body tl-mt">{say('due.no-schedule')}</p>}
          {rows.length === 0 ? (
            <Empty title={say('report.none')}>
              <p class="govuk-body">{say('report.none-text')}</p>
            </Empty>
          ) : (
            <Numbers {...props} />
          )}
        </>
      ) : (
        <Empty title={say('due.not-prison')} />
      )}
    </Layout>
  )
}

const hrefOf = (month: Day, by: Grouping, more: Record<string, string> = {}) =>
  `/key-work/report?${new URLSearchParams({ month: month.slice(0, 7), by, ...more })}`

function Choices({ page, month, months, filter }: ReportPageProps) {
  const say = words(page.locale)
  return (
    <>
      <Chips
        label={say('report.by')}
        chips={groupings.map((by) => ({
          text: say(`by.${by}`),
          href: hrefOf(month, by),
          isCurrent: by === filter.by,
        }))}
      />
      {filter.by !== 'month' && (
        <Chips
          label={say('report.month')}
          chips={months.map((each) => ({
            text: monthName(page.locale, each),
            href: hrefOf(each, filter.by, {
              ...(filter.wing && { wing: filter.wing }),
              ...(filter.workerId && { worker: filter.workerId }),
            }),
            isCurrent: each === month,
          }))}
        />
      )}
    </>
  )
}

function Numbers({ page, month, filter, rows }: ReportPageProps) {
  const { locale } = page
  const say = words(locale)
  const columns = (['expected', 'held', 'missed', 'cancelled'] as const).map((name) => ({
    name,
    text: say(`report.${name}`),
  }))
  const heads = [
    { text: say(`by.${filter.by}`) },
    ...(filter.by === 'person' ? [] : [{ text: say('report.people'), isNumeric: true }]),
    ...columns.map(({ text }) => ({ text, isNumeric: true })),
    { text: say('report.share'), isNumeric: true },
  ]
  return (
    <Table caption={say('report.title')} isCaptionHidden columns={heads}>
      {[...rows, ...(rows.length > 1 ? [totalOf(rows)] : [])].map((row) => (
        <Row>
          <RowHead>
            {row.key === 'total' ? say('report.all') : <Name locale={locale} month={month} filter={filter} row={row} />}
          </RowHead>
          {filter.by !== 'person' && (
            <Cell label={say('report.people')} isNumeric>
              {formatNumber(locale, row.people)}
            </Cell>
          )}
          {columns.map(({ name, text }) => (
            <Cell label={text} isNumeric>
              {formatNumber(locale, row[name])}
            </Cell>
          ))}
          <Cell label={say('report.share')} isNumeric>
            {row.expected > 0 ? say('report.percent', { share: Math.round((100 * row.held) / row.expected) }) : '–'}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** The way to the rows behind the number. */
function Name({ locale, month, filter, row }: { locale: Locale; month: Day; filter: ReportFilter; row: ReportRow }) {
  const say = words(locale)
  const { key, name } = row
  if (filter.by === 'person') {
    return key ? <Link class="tl-link" href={`/cases/${key}/key-work`}>{name}</Link> : say('report.left', { count: row.people }) // biome-ignore format: one line
  }
  if (filter.by === 'month') return <Link class="tl-link" href={hrefOf(key!, 'wing')}>{monthName(locale, key!)}</Link> // biome-ignore format: one line
  const more = filter.by === 'wing' ? { wing: key ?? '' } : { worker: key ?? 'nobody' }
  const text = name || say(filter.by === 'wing' ? 'report.no-wing' : 'col.nobody')
  return (
    <Link class="tl-link" href={hrefOf(month, 'person', more)}>
      {filter.by === 'wing' && name ? say('due.wing-name', { wing: name }) : text}
    </Link>
  )
}

function totalOf(rows: readonly ReportRow[]): ReportRow {
  const sum = (name: 'people' | 'expected' | 'held' | 'missed' | 'cancelled') =>
    rows.reduce((all, row) => all + row[name], 0)
  return { key: 'total', name: null, people: sum('people'), expected: sum('expected'), held: sum('held'), missed: sum('missed'), cancelled: sum('cancelled') } // biome-ignore format: one line
}

const monthName = (locale: Locale, month: Day): string =>
  new Intl.DateTimeFormat(languageTags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}T12:00:00Z`),
  )
