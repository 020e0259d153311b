import { pathwayLabel } from '../../agencies/index.ts'
import { addDays, dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { Button, Cell, Link, Row, RowHead, Status, StatusTag, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { InboxRow } from '../queries/inbox.ts'
import type { InboxView } from '../referral-states.ts'
import { words } from '../words.ts'
import { StateOnly } from './state.tsx'

interface Props {
  page: PageContext
  side: 'FROM' | 'TO'
  view: InboxView
  rows: readonly InboxRow[]
}

export function InboxTable({ page, side, view, rows }: Props) {
  const say = words(page.locale)
  const isToAnswer = view === 'to-answer' && side === 'TO'
  const columns = [
    isToAnswer ? 'by' : 'state',
    'person',
    side === 'TO' ? 'from' : 'to',
    isToAnswer ? 'answer' : 'needed',
  ] as const
  const label = (index: number) => say(`column.${columns[index]!}`)
  return (
    <Table
      caption={say('inbox.caption')}
      isCaptionHidden
      kind="inbox"
      columns={columns.map((name) => ({
        text: say(`column.${name}`),
        ...(name === 'by' && { sorted: 'ascending' as const }),
      }))}
    >
      {rows.map((row) => (
        <Row>
          <Cell label={label(0)}>{isToAnswer ? <By page={page} row={row} /> : <Stands page={page} row={row} />}</Cell>
          <RowHead>
            <Link class="tl-link" href={`/referrals/${row.id}`}>
              {row.shownName ?? say('inbox.no-name')}
            </Link>
            <br />
            <span class="tl-reg400">{row.needWords || pathwayLabel(page.locale, row.pathway)}</span>
            <small class="tl-num">{say('inbox.service', { service: row.serviceName, reference: row.reference })}</small>
          </RowHead>
          <Cell label={label(2)}>
            {side === 'TO' ? row.fromAgencyName : row.providerName}
            {side === 'TO' && <small>{row.fromName}</small>}
          </Cell>
          {isToAnswer ? <Answer page={page} row={row} /> : <NeededBy page={page} row={row} label={label(3)} />}
        </Row>
      ))}
    </Table>
  )
}

interface OfRow {
  page: PageContext
  row: InboxRow
}

/** The day by which an answer is due; today and tomorrow need a person. */
function By({ page: { locale, now }, row }: OfRow) {
  const say = words(locale)
  const [today, due] = [dayAt(now), dayAt(row.expiresAt)]
  const soon = due <= today ? say('by.today') : due === addDays(today, 1) ? say('by.tomorrow') : undefined
  return (
    <>
      {row.isAsking ? (
        <StatusTag tone="accent">{say('inbox.asking')}</StatusTag>
      ) : soon ? (
        <Status glyph="tight">{soon}</Status>
      ) : (
        <b>{formatDay(locale, due, 'brief')}</b>
      )}
      {row.neededByOn && row.neededByOn < due && (
        <small class="tl-nowrap">{say('by.needed', { day: formatDay(locale, row.neededByOn, 'brief') })}</small>
      )}
      <small class="tl-nowrap">{say('by.received', { days: daysBetween(dayAt(row.sentAt), today) })}</small>
    </>
  )
}

function Stands({ page: { locale }, row }: OfRow) {
  const say = words(locale)
  const isWaiting = row.status === 'SENT' || row.status === 'RECEIVED'
  return (
    <>
      <StateOnly locale={locale} state={row.status} />
      {row.isAsking && <StatusTag tone="warn">{say('inbox.asking')}</StatusTag>}
      <small class="tl-num">
        {isWaiting
          ? say('inbox.answer-by', { at: formatAt(locale, row.expiresAt, 'brief') })
          : say('inbox.sent-on', { day: formatDay(locale, dayAt(row.sentAt)) })}
      </small>
    </>
  )
}

function NeededBy({ page: { locale }, row, label }: OfRow & { label: string }) {
  const say = words(locale)
  const { startsOn, neededByOn, status } = row
  return (
    <Cell label={label} class="tl-num">
      {neededByOn ? formatDay(locale, neededByOn) : say('inbox.no-day')}
      {startsOn && status === 'ACCEPTED' && (
        <small>{say('inbox.starts', { day: formatDay(locale, startsOn, 'brief') })}</small>
      )}
    </Cell>
  )
}

/** Both lead to the referral: nobody answers without having read why. */
function Answer({ page, row }: OfRow) {
  const say = words(page.locale)
  const name = row.shownName ?? row.reference
  return (
    <Cell>
      <div class="tl-actions tl-answer">
        <Button kind="secondary" href={`/referrals/${row.id}?answer=yes#answer`}>
          {say('inbox.accept')}
          <span class="govuk-visually-hidden"> {name}</span>
        </Button>
        <Link href={`/referrals/${row.id}?answer=no#answer`}>
          {say('inbox.decline')}
          <span class="govuk-visually-hidden"> ({name})</span>
        </Link>
      </div>
    </Cell>
  )
}
