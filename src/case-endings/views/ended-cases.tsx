import { formatAt } from '../../platform/dates.ts'
import {
  BackLink,
  Button,
  Cell,
  Empty,
  Input,
  Link,
  PageHead,
  Pager,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { EndedCase } from '../queries.ts'
import { words as wordsOf } from '../words.ts'

export interface EndedCasesProps {
  page: PageContext
  rows: readonly EndedCase[]
  /** What was searched for; empty for all. */
  words: string
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** The cases that ended, the latest first. */
export function EndedCasesPage({ page, rows, words, number, hasMore }: EndedCasesProps) {
  const { locale } = page
  const say = wordsOf(locale)
  const heads = [say('list.person'), say('list.ended'), say('list.why'), say('list.by')]
  const at = (to: number) => `/ended-cases?${new URLSearchParams({ q: words, page: String(to) })}`
  return (
    <Layout page={page} title={say('list.title')}>
      <BackLink href="/caseload">{say('list.back')}</BackLink>
      <PageHead title={say('list.title')} sub={say('list.sub')} />
      <form class="tl-filter" method="get" action="/ended-cases">
        <div class="tl-filter__row">
          <Input name="q" type="search" label={say('list.search')} width={30} value={words} />
          <Button kind="secondary">{say('list.find')}</Button>
        </div>
      </form>
      {rows.length === 0 ? (
        <Empty title={say(words ? 'list.none-found' : 'list.none')} isAnswer={words !== ''}>
          <p>{words ? <Link href="/ended-cases">{say('list.all')}</Link> : say('list.none-text')}</p>
        </Empty>
      ) : (
        <>
          <Table caption={say('list.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
            {rows.map((ended) => (
              <Row>
                <RowHead>
                  <Link class="tl-link" href={`/ended-cases/${ended.id}`}>
                    {ended.name}
                  </Link>
                  {ended.number && <small class="tl-num">{ended.number}</small>}
                </RowHead>
                <Cell label={heads[1]!}>{formatAt(locale, ended.endedAt, 'brief')}</Cell>
                <Cell label={heads[2]!}>{say(`reason.${ended.reason}`, { name: ended.name })}</Cell>
                <Cell label={heads[3]!}>{ended.agencyName}</Cell>
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
