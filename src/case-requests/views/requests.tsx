import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Empty,
  Link,
  PageHead,
  Row,
  RowHead,
  Section,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CaseRequest } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface RequestsProps {
  page: PageContext
  toAnswer: readonly CaseRequest[]
  own: readonly CaseRequest[]
  mayAsk: boolean
}

/** Who asks to join our cases, and what we asked. */
export function RequestsPage({ page, toAnswer, own, mayAsk }: RequestsProps) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('list.title')}>
      <PageHead
        title={say('list.title')}
        sub={say('list.sub')}
        actions={mayAsk && <Button href="/case-requests/new">{say('list.ask')}</Button>}
      />
      <Section id="h-to-answer" title={say('list.to-answer')}>
        {toAnswer.length === 0 ? (
          <Empty title={say('list.to-answer-none')} />
        ) : (
          <Requests page={page} rows={toAnswer} caption={say('list.to-answer')} isOwn={false} />
        )}
      </Section>
      <Section id="h-own" title={say('list.own')}>
        {own.length === 0 ? (
          <Empty title={say('list.own-none')} />
        ) : (
          <Requests page={page} rows={own} caption={say('list.own')} isOwn />
        )}
      </Section>
    </Layout>
  )
}

interface TableProps {
  page: PageContext
  rows: readonly CaseRequest[]
  caption: string
  isOwn: boolean
}

function Requests({ page, rows, caption, isOwn }: TableProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('list.about'), say('list.who'), say('list.when'), say('list.state')]
  return (
    <Table caption={caption} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map((asking) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/case-requests/${asking.id}`}>
              {(!isOwn && asking.personName) || asking.identifier}
            </Link>
          </RowHead>
          <Cell label={heads[1]!}>{say('list.by', { name: asking.accountName, agency: asking.agencyName })}</Cell>
          <Cell label={heads[2]!}>{formatAt(locale, asking.askedAt, 'brief')}</Cell>
          <Cell label={heads[3]!}>{stateOf(page, asking)}</Cell>
        </Row>
      ))}
    </Table>
  )
}
