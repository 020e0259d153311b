import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  Cell,
  Empty,
  Link,
  PageHead,
  Pager,
  Row,
  RowHead,
  SubNavigation,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Transfer } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface TransfersProps {
  page: PageContext
  side: 'to' | 'from'
  rows: readonly Transfer[]
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** Cases that were offered to us and that we offered; those that wait first. */
export function TransfersPage({ page, side, rows, number, hasMore }: TransfersProps) {
  const { locale } = page
  const say = words(locale)
  const at = (to: number) => `/transfers?side=${side}&page=${to}`
  const heads = [say('list.person'), say(`list.agency-${side}`), say('list.by'), say('list.state')]
  return (
    <Layout page={page} title={say('list.title')}>
      <PageHead title={say('list.title')} sub={say('list.sub')} />
      <SubNavigation
        label={say('list.title')}
        items={(['to', 'from'] as const).map((each) => ({
          href: `/transfers?side=${each}`,
          text: say(`list.${each}`),
          isCurrent: each === side,
        }))}
      />
      {rows.length === 0 ? (
        <Empty title={say(`list.none-${side}`)}>
          <p class="govuk-body">{say(`list.none-${side}-text`)}</p>
        </Empty>
      ) : (
        <>
          <Table caption={say(`list.${side}`)} isCaptionHidden columns={heads.map((text) => ({ text }))}>
            {rows.map((transfer) => (
              <Row>
                <RowHead>
                  <Link class="tl-link" href={`/transfers/${transfer.id}`}>
                    {transfer.personName ?? say('list.no-name')}
                  </Link>
                  <small class="tl-num">{formatAt(locale, transfer.proposedAt, 'brief')}</small>
                </RowHead>
                <Cell label={heads[1]!}>{side === 'to' ? transfer.fromAgencyName : transfer.toAgencyName}</Cell>
                <Cell label={heads[2]!}>{formatDay(locale, transfer.byOn, 'full')}</Cell>
                <Cell label={heads[3]!}>{stateOf(locale, transfer)}</Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('list.shown', { count: rows.length })}
            previous={number > 1 ? { href: at(number - 1), text: say('list.newer') } : undefined}
            next={hasMore ? { href: at(number + 1), text: say('list.older') } : undefined}
          />
        </>
      )}
    </Layout>
  )
}
