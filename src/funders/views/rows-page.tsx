import { formatDay, formatNumber } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { remainingOf } from '../measures.ts'
import type { DeliveredRow, Target } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  of: Target
  rows: readonly DeliveredRow[]
  mostShown: number
}

/** What one number was counted from: days, what and by whom, and nobody's name. */
export function RowsPage({ page, of, rows, mostShown }: Props) {
  const { locale } = page
  const say = words(locale)
  const title = say('rows.title', { measure: say(`measure.${of.measure}`) })
  const heads = [say('rows.when'), say('rows.what'), say('rows.by')] as const
  const counts = (['target', 'delivered'] as const).map((name) => `${say(`col.${name}`)}: ${formatNumber(locale, of[name])}`) // biome-ignore format: one line
  const remaining = `${say('col.remaining')}: ${formatNumber(locale, remainingOf(of))}`
  return (
    <Layout page={page} title={title}>
      <BackLink href="/delivery">{say('title')}</BackLink>
      <PageHead title={title} sub={[...counts, remaining].join('. ')} />
      <p class="govuk-body">{say(`means.${of.measure}`)}</p>
      <p class="govuk-body tl-quiet">
        {say('rows.count', { count: rows.length })} {rows.length > mostShown && say('rows.more', { count: mostShown })}
      </p>
      {rows.length === 0 ? (
        <Empty title={say('rows.none')} />
      ) : (
        <Table caption={title} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {rows.slice(0, mostShown).map((row, index) => (
            <Row>
              <RowHead>{formatDay(locale, row.happenedOn)}</RowHead>
              <Cell label={heads[1]}>{whatText(page, of, row, index)}</Cell>
              <Cell label={heads[2]}>{row.byName}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}

function whatText({ locale }: PageContext, { measure }: Target, { what, amount }: DeliveredRow, index: number): string {
  const say = words(locale)
  if (measure === 'MENTORING_SESSIONS') return say(`kind.${what}` as 'kind.MET')
  if (measure === 'PEOPLE_MENTORED') return say('rows.person', { number: index + 1, sessions: Number(what) })
  return measure === 'TRAINING_HOURS' ? say('rows.training', { what, minutes: amount }) : what
}
