import { formatDay } from '../../platform/dates.ts'
import {
  Button, Cell, Empty, Link, PageHead, Row, RowHead, StatusTag, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Contract } from '../queries/contracts.ts'
import { words } from '../words.ts'

/** Contracts that pay the reader's agency for results. */
export function ContractsPage({ page, contracts }: { page: PageContext; contracts: readonly Contract[] }) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.contract'), say('c.funder'), say('c.days')]
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} sub={say('sub')} actions={<Button href="/contracts/new">{say('add')}</Button>} />
      {contracts.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      ) : (
        <Table caption={say('title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {contracts.map(({ id, title, funder, fromOn, untilOn, endedAt }) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/contracts/${id}`}>
                  {title}
                </Link>{' '}
                {endedAt && <StatusTag>{say('ended')}</StatusTag>}
              </RowHead>
              <Cell label={heads[1]}>{funder}</Cell>
              <Cell label={heads[2]}>
                {say('from-until', { from: formatDay(locale, fromOn), until: formatDay(locale, untilOn) })}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}
