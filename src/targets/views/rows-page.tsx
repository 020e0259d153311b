import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { BackLink, Cell, Empty, Link, PageHead, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CountedRow } from '../queries/rows.ts'
import type { ShownTarget } from '../shown.ts'
import { words } from '../words.ts'
import { deliveredOf } from './status-line.tsx'

interface Props {
  page: PageContext
  target: ShownTarget
  rows: readonly CountedRow[]
}

/** The rows behind a number, as far as the reader sees them. */
export function RowsPage({ page, target, rows }: Props) {
  const { locale } = page
  const say = words(locale)
  const isShare = target.measure === 'SHARE'
  const heads = [say('rows.what'), say('rows.day'), say('rows.agency'), isShare ? say('rows.met') : say('rows.counts')]
  return (
    <Layout
      page={page}
      title={say('rows.title', { name: target.name })}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="targets" />}
    >
      <BackLink href={`/targets/${target.id}`}>{target.name}</BackLink>
      <PageHead
        title={say('rows.title', { name: target.name })}
        sub={say('rows.sub', { delivered: deliveredOf(page, target), shown: formatNumber(locale, rows.length) })}
      />
      <p class="govuk-body">{say(`definition.${target.definition}`)}</p>
      {rows.length === 0 ? (
        <Empty title={say('rows.none')}>
          <p class="govuk-body">{say('rows.none-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('rows.title', { name: target.name })}
          isCaptionHidden
          columns={heads.map((text) => ({ text }))}
        >
          {rows.map((row) => (
            <Row>
              <RowHead>
                {row.personName && row.caseId ? (
                  <Link href={`/cases/${row.caseId}`}>{row.personName}</Link>
                ) : (
                  (row.title ?? say('rows.not-shared'))
                )}
                {row.evidence && <small>{row.evidence}</small>}
              </RowHead>
              <Cell label={heads[1]}>{formatDay(locale, row.happenedOn)}</Cell>
              <Cell label={heads[2]}>{row.agencyName ?? ''}</Cell>
              <Cell label={heads[3]}>{isShare ? say(row.isMet ? 'yes' : 'no') : formatNumber(locale, row.amount)}</Cell>
            </Row>
          ))}
        </Table>
      )}
      <p class="govuk-body tl-quiet">{say('rows.sight')}</p>
    </Layout>
  )
}
