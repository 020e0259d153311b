import { type Day, dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import {
  BackLink, Cell, Chips, Empty, Link, Note, PageHead, Row, RowHead, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Helpline } from '../queries/lines.ts'
import type { MeasureRow, Measures, RowKind } from '../queries/measures.ts'
import type { Span } from '../queries/shifts.ts'
import { words } from '../words.ts'
import type { MeasureName } from './measure-names.ts'

interface Props {
  page: PageContext
  line: Helpline
  days: readonly Day[]
  span: Span
}

const lines: readonly [Exclude<MeasureName, 'hours'>, RowKind][] = [
  ['hoursCovered', 'covered'],
  ['calls', 'calls'],
  ['answered', 'answered'],
  ['missed', 'missed'],
  ['medianSeconds', 'answered'],
  ['ninetiethSeconds', 'answered'],
  ['callBacksKept', 'call-backs-kept'],
  ['callBacksLate', 'call-backs-late'],
  ['callBacksMissed', 'call-backs-missed'],
  ['handedOn', 'handed-on'],
  ['handedOnLate', 'handed-on-late'],
]

/** What a line did: the finding first, then each number with the way to its rows. */
export function ReportsPage({
  page,
  line,
  days,
  measures,
  lengths,
}: Props & { measures: Measures; lengths: readonly number[] }) {
  const { locale } = page
  const say = words(locale)
  const base = `/helpline/${line.id}`
  const title = say('reports.title', { name: line.name })
  const shown = (name: MeasureName) => numberSaid(locale, name, measures[name])
  const heads = [say('reports.what'), say('reports.number')]
  return (
    <Layout page={page} title={title} print="wide">
      <BackLink href={base}>{line.name}</BackLink>
      <PageHead
        title={title}
        sub={say('reports.sub', { from: formatDay(locale, days[0]!), until: formatDay(locale, days.at(-1)!) })}
        actions={<Link href={`${base}/reports.csv?days=${days.length}`}>{say('reports.csv')}</Link>}
      />
      <Chips
        label={say('reports.length')}
        chips={lengths.map((length) => ({
          text: say('reports.days', { count: length }),
          href: `${base}/reports?days=${length}`,
          isCurrent: length === days.length,
        }))}
      />
      <Note>
        <p>
          {say('reports.finding', {
            covered: shown('hoursCovered'),
            hours: shown('hours'),
            calls: measures.calls,
            missed: measures.missed,
          })}
        </p>
      </Note>
      <Table caption={title} isCaptionHidden columns={heads.map((text, nth) => ({ text, isNumeric: nth === 1 }))}>
        {lines.map(([name, kind]) => (
          <Row>
            <RowHead>
              {say(`measure.${name}`)}
              <small>{say(`measure.${name}-means`)}</small>
            </RowHead>
            <Cell label={heads[1]!} isNumeric>
              {measures[name] !== null ? (
                <Link href={`${base}/reports/rows?kind=${kind}&days=${days.length}`}>
                  {shown(name)}
                  <span class="govuk-visually-hidden">: {say(`measure.${name}`)}</span>
                </Link>
              ) : (
                shown(name)
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      <p class="govuk-body tl-quiet">{say('reports.caveat')}</p>
    </Layout>
  )
}

/** The rows behind one number. Nobody who called is named here; a call opens for whoever may see it. */
export function ReportRowsPage({
  page,
  line,
  days,
  kind,
  rows,
}: Props & { kind: RowKind; rows: readonly MeasureRow[] }) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('rows.at'), say('rows.until'), say('rows.by'), say('rows.length')]
  const title = say(`rows.${kind}`)
  return (
    <Layout page={page} title={title} print="wide">
      <BackLink href={`/helpline/${line.id}/reports?days=${days.length}`}>
        {say('reports.title', { name: line.name })}
      </BackLink>
      <PageHead
        title={title}
        sub={say('rows.count', {
          count: rows.length,
          from: formatDay(locale, days[0]!),
          until: formatDay(locale, dayAt(page.now)),
        })}
      />
      {rows.length === 0 ? (
        <Empty title={say('rows.none')}>
          <p class="govuk-body">{say('rows.none-text')}</p>
        </Empty>
      ) : (
        <Table caption={title} isCaptionHidden columns={heads.map((text, nth) => ({ text, isNumeric: nth === 3 }))}>
          {rows.map(({ at, until, by, seconds, callId }) => (
            <Row>
              <RowHead>
                {callId ? <Link href={`/helpline-calls/${callId}`}>{formatAt(locale, at)}</Link> : formatAt(locale, at)}
              </RowHead>
              <Cell label={heads[1]!}>{until ? formatAt(locale, until) : say('rows.open')}</Cell>
              <Cell label={heads[2]!}>{by ?? ''}</Cell>
              <Cell label={heads[3]!} isNumeric>
                {kind === 'covered' && until
                  ? numberSaid(locale, 'hours', (until.getTime() - at.getTime()) / 3_600_000)
                  : seconds === null
                    ? ''
                    : numberSaid(locale, 'medianSeconds', seconds)}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}

function numberSaid(locale: PageContext['locale'], name: MeasureName, number: number | null): string {
  const say = words(locale)
  if (number === null) return say('reports.not-known')
  if (name === 'hours' || name === 'hoursCovered')
    return say('reports.hours', { count: formatNumber(locale, Math.round(number * 10) / 10) })
  if (name === 'medianSeconds' || name === 'ninetiethSeconds')
    return say('reports.seconds', { count: formatNumber(locale, Math.round(number)) })
  return formatNumber(locale, number)
}
