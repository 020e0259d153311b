import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  Cell,
  Empty,
  Link,
  PageHead,
  Pager,
  Row,
  RowHead,
  Section,
  Status,
  StepList,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { isOpen } from '../handover-states.ts'
import type { HandoverRow, Unproposed } from '../queries/lists.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  rows: readonly HandoverRow[]
  missing: readonly Unproposed[]
  number: number
  hasMore: boolean
}

/** The reader's handovers: who leaves without one, what is theirs to do, what waits for others, what is over. */
export function HandoversPage({ page, rows, missing, number, hasMore }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('list.title')}>
      <PageHead title={say('list.title')} sub={say('list.sub')} />
      {rows.length === 0 ? (
        <Empty title={say('list.none')}>
          <p class="govuk-body">{say('list.none-text')}</p>
        </Empty>
      ) : (
        <Section id="h-rows" title={say('list.all')}>
          <Rows page={page} rows={rows} />
          <Pager
            shown={say('list.shown', { count: rows.length })}
            previous={number > 1 ? { href: `/handovers?page=${number - 1}`, text: say('list.newer') } : undefined}
            next={hasMore ? { href: `/handovers?page=${number + 1}`, text: say('list.older') } : undefined}
          />
        </Section>
      )}
      {missing.length > 0 && (
        <Section id="h-missing" title={say('list.missing', { count: missing.length })}>
          <StepList
            steps={missing.map(({ caseId, personName, releaseOn }) => ({
              when: formatDay(locale, releaseOn, 'brief'),
              title: personName,
              href: `/cases/${caseId}`,
              action: { href: `/cases/${caseId}/handover`, text: say('list.propose'), hiddenText: personName },
            }))}
          />
        </Section>
      )}
    </Layout>
  )
}

function Rows({ page: { locale }, rows }: Pick<Props, 'page' | 'rows'>) {
  const say = words(locale)
  const heads = [say('list.person'), say('list.who'), say('list.meeting'), say('list.state')]
  return (
    <Table caption={say('list.all')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map((row) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/handovers/${row.id}`}>
              {row.personName}
            </Link>
            {row.releaseOn && <small>{say('list.leaves', { day: formatDay(locale, row.releaseOn, 'brief') })}</small>}
          </RowHead>
          <Cell label={heads[1]!}>
            {say('list.from-to', { from: row.fromName, to: row.toName })}
            <small>{row.toAgencyName}</small>
          </Cell>
          <Cell label={heads[2]!}>{formatAt(locale, row.meetsAt, 'brief')}</Cell>
          <Cell label={heads[3]!}>
            <Status glyph={glyphOf(row)}>{say(`short.${row.state}`)}</Status>
            {row.isMine && <small>{say('list.mine')}</small>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const glyphOf = ({ state, isMine }: HandoverRow) => {
  if (isMine) return 'need'
  if (isOpen(state)) return 'prog'
  return state === 'ACCEPTED' ? 'done' : 'decl'
}
