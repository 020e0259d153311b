import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Cell,
  Empty,
  Link,
  PageHead,
  Pager,
  Row,
  RowHead,
  StatusTag,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { kindLabel } from '../labels.ts'
import type { Item } from '../queries/items.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'
import { Saying } from './parts.tsx'

interface Props {
  page: PageContext
  asked: SubjectRequest
  items: readonly Item[]
}
interface ItemsProps extends Props {
  plainCount: number
  show: 'all' | 'undecided'
  number: number
  hasMore: boolean
}

/** What the reader's agency holds: what is not decided, or all. */
export function ItemsPage({ page, asked, items, plainCount, show, number, hasMore }: ItemsProps) {
  const say = words(page.locale)
  const path = `/subject-access/${asked.id}`
  const title = say('items.title', { name: asked.personName })
  const other = show === 'all' ? 'undecided' : 'all'
  const to = (wanted: number) => `${path}/items?show=${show}&page=${wanted}`
  return (
    <Layout page={page} title={title}>
      <BackLink href={path}>{say('items.back')}</BackLink>
      <PageHead title={title} sub={say('items.sub')} />
      <WayOn href={`${path}/items?show=${other}`}>{say(other === 'all' ? 'items.all' : 'items.only-open')}</WayOn>
      {plainCount > 0 && <WayOn href={`${path}/plain`}>{say('items.plain', { count: plainCount })}</WayOn>}
      {items.length === 0 && (
        <Empty title={say('items.none')}>
          <p class="govuk-body">{say('items.none-text')}</p>
        </Empty>
      )}
      {items.length > 0 && <ItemTable page={page} asked={asked} items={items} />}
      {items.length > 0 && (
        <Pager
          shown={say('items.shown', { count: items.length })}
          previous={number > 1 ? { href: to(number - 1), text: say('list.newer') } : undefined}
          next={hasMore ? { href: to(number + 1), text: say('list.older') } : undefined}
        />
      )}
    </Layout>
  )
}

const tones = { RELEASE: 'good', REDACT: 'accent', WITHHOLD: undefined } as const

function ItemTable({ page, asked, items, isPlain }: Props & { isPlain?: boolean }) {
  const { locale } = page
  const say = words(locale)
  const heads = { day: say('items.day'), says: say('items.says'), decision: say('items.decision') }
  return (
    <Table
      caption={say('items.title', { name: asked.personName })}
      isCaptionHidden
      columns={[say('items.kind'), ...Object.values(heads)].slice(0, isPlain ? 3 : 4).map((text) => ({ text }))}
    >
      {items.map((item) => (
        <Row>
          <RowHead>
            {isPlain ? (
              kindLabel(locale, item.kind)
            ) : (
              <Link href={`/subject-access/${asked.id}/items/${item.id}`}>{kindLabel(locale, item.kind)}</Link>
            )}
            {item.isApart && <small>{say('items.apart')}</small>}
          </RowHead>
          <Cell label={heads.day}>{item.happenedAt ? formatDay(locale, dayAt(item.happenedAt)) : '–'}</Cell>
          <Cell label={heads.says}>
            <Saying locale={locale} item={item} />
          </Cell>
          {!isPlain && (
            <Cell label={heads.decision}>
              {item.decision ? (
                <StatusTag tone={tones[item.decision]}>{say(`decision.${item.decision}`)}</StatusTag>
              ) : (
                <StatusTag tone="warn">{say('items.undecided')}</StatusTag>
              )}
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  )
}

/** What may be released together, looked through first. */
export function PlainPage({ page, asked, items }: Props) {
  const say = words(page.locale)
  const path = `/subject-access/${asked.id}`
  return (
    <Layout page={page} title={say('plain.title')}>
      <BackLink href={`${path}/items`}>{say('items.title', { name: asked.personName })}</BackLink>
      <PageHead title={say('plain.title')} sub={say('plain.sub')} />
      {items.length === 0 ? (
        <Empty title={say('plain.none')}>
          <p class="govuk-body">{say('items.none-text')}</p>
        </Empty>
      ) : (
        <>
          <ItemTable page={page} asked={asked} items={items} isPlain />
          <form method="post" action={`${path}/plain`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button preventDoubleClick>{say('plain.button', { count: items.length })}</Button>
          </form>
        </>
      )}
    </Layout>
  )
}
