import { SettingsFrame } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Link,
  Pager,
  problemOf,
  Row,
  RowHead,
  Section,
  StatusTag,
  SummaryList,
  Table,
  Textarea,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { actionLabel, classLabel } from '../labels.ts'
import type { DueRecord, DueSum } from '../queries/due.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  rows: readonly DueRecord[]
  sums: readonly DueSum[]
  edition: number
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
  form: FormState<unknown>
}

/** What the agency has kept long enough, and the way to dispose of it. */
export function DuePage({ page, may, rows, sums, edition, number, hasMore, form }: Props) {
  const { locale } = page
  const say = words(locale)
  const { problems } = form
  const heads = [say('due.class'), say('due.on'), say('due.action'), say('due.state')]
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('due.title')}
      sub={say('due.sub', { edition })}
      problems={problems}
      say={say}
    >
      <WayOn href="/retention/disposals">{say('due.disposals')}</WayOn>
      <WayOn href="/retention/holds">{say('due.holds')}</WayOn>
      {rows.length === 0 && (
        <Empty title={say('due.none')}>
          <p class="govuk-body">{say('due.none-text')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <SummaryList
            rows={sums.map((sum) => ({
              key: `${classLabel(locale, sum.class)}: ${actionLabel(locale, sum.action)}`,
              value: sum.count,
            }))}
          />
          <Table
            caption={say('due.title')}
            isCaptionHidden
            columns={[say('due.person'), ...heads].map((text) => ({ text }))}
          >
            {rows.map((row) => (
              <Row>
                <RowHead>
                  <Link href={`/retention/people/${row.personId}`}>{row.name}</Link>
                  {row.number && <small> {row.number}</small>}
                </RowHead>
                <Cell label={heads[0]}>{classLabel(locale, row.class)}</Cell>
                <Cell label={heads[1]}>{formatDay(locale, row.dueOn, 'full')}</Cell>
                <Cell label={heads[2]}>{actionLabel(locale, row.action)}</Cell>
                <Cell label={heads[3]}>
                  <DueState page={page} row={row} />
                </Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('due.shown', { count: rows.length })}
            previous={number > 1 ? { href: `/retention?page=${number - 1}`, text: say('due.newer') } : undefined}
            next={hasMore ? { href: `/retention?page=${number + 1}`, text: say('due.older') } : undefined}
          />
          <Section id="propose" title={say('due.propose')}>
            <p class="govuk-body">{say('due.propose-text')}</p>
            <form method="post" action="/retention/disposals" novalidate>
              <input type="hidden" name="formId" value={newId()} />
              <Checkboxes
                name="classes"
                legend={{ text: say('due.classes'), size: 's' }}
                isSmall
                values={typedList(form, 'classes')}
                error={problemOf(problems, 'classes', say)}
                items={[...new Set(sums.map((sum) => sum.class))].map((value) => ({
                  value,
                  text: classLabel(locale, value),
                }))}
              />
              <Textarea
                name="reason"
                label={say('due.reason')}
                hint={say('due.reason-hint')}
                rows={2}
                value={typedText(form, 'reason')}
                error={problemOf(problems, 'reason', say)}
              />
              <Button preventDoubleClick>{say('due.propose-button')}</Button>
            </form>
          </Section>
        </>
      )}
    </SettingsFrame>
  )
}

function DueState({ page, row }: { page: PageContext; row: DueRecord }) {
  const say = words(page.locale)
  if (row.isHeld) return <StatusTag tone="warn">{say('due.held')}</StatusTag>
  if (!row.disposalId) return <>{say('due.open')}</>
  return <Link href={`/retention/disposals/${row.disposalId}`}>{say('due.in-disposal')}</Link>
}
