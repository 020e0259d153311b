import { pathwayLabel } from '../../agencies/index.ts'
import {
  Columns, Empty, FilterRow, Input, Link, Note, PageHead, Pager, PrintButton, Select, SubNavigation,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { InboxRow } from '../queries/inbox.ts'
import { type InboxView, inboxViews, type ReferralState, statesOf } from '../referral-states.ts'
import { words } from '../words.ts'
import { InboxTable } from './inbox-table.tsx'

export interface InboxPageProps {
  page: PageContext
  side: 'FROM' | 'TO'
  view: InboxView
  words: string | undefined
  pathway: string | undefined
  rows: readonly InboxRow[]
  counts: Partial<Record<ReferralState, number>>
  /** Of those that wait for an answer: how many expire today or tomorrow. */
  soon: number
  pathways: readonly string[]
  /** The services that the reader's agency gives, as those see them who refer. */
  own: { answered: number; asked: number; days: number | null; places: readonly { name: string; free: string }[] }
  nextHref?: string | undefined
  isFirst: boolean
}

/** What was sent to us and what we sent, by how it stands; those that wait first, soonest to expire first. */
export function InboxPage(props: InboxPageProps) {
  const { page, side, rows, counts, soon } = props
  const say = words(page.locale)
  const isInbox = side === 'TO'
  const waiting = countOf(counts, 'to-answer')
  return (
    <Layout page={page} title={say(isInbox ? 'inbox.received' : 'inbox.sent')} print="wide">
      <PageHead
        title={say(isInbox ? 'inbox.received' : 'inbox.sent')}
        sub={say('inbox.sub', { waiting, soon })}
        actions={
          <>
            <Link href={isInbox ? '/referrals/sent' : '/referrals'}>
              {say(isInbox ? 'inbox.sent' : 'inbox.received')}
            </Link>
            <Link href="/transfers">{say('inbox.transfers')}</Link>
            <Link href="/case-requests">{say('inbox.case-requests')}</Link>
            <PrintButton>{say('inbox.print')}</PrintButton>
          </>
        }
      />
      <SubNavigation
        label={say('inbox.views')}
        items={inboxViews.map((each) => ({
          href: `${pathOf(side)}?view=${each}`,
          text: say('inbox.view', {
            name: say(each === 'to-answer' && !isInbox ? 'view.waiting' : `view.${each}`),
            count: countOf(counts, each),
          }),
          isCurrent: each === props.view,
        }))}
      />
      <Filters {...props} />
      {isInbox ? (
        <Columns main={<List {...props} />} aside={<Own {...props} />} />
      ) : rows.length > 0 ? (
        <List {...props} />
      ) : (
        <Nothing {...props} />
      )}
    </Layout>
  )
}

const pathOf = (side: 'FROM' | 'TO') => (side === 'TO' ? '/referrals' : '/referrals/sent')
const countOf = (counts: InboxPageProps['counts'], view: InboxView) =>
  statesOf[view].reduce((sum, state) => sum + (counts[state] ?? 0), 0)

function List(props: InboxPageProps) {
  const { page, side, view, rows, isFirst, nextHref } = props
  const say = words(page.locale)
  if (rows.length === 0) return <Nothing {...props} />
  return (
    <>
      <InboxTable page={page} side={side} view={view} rows={rows} />
      <Pager
        shown={say('inbox.shown', { count: rows.length })}
        previous={isFirst ? undefined : { href: `${pathOf(side)}?view=${view}`, text: say('inbox.first') }}
        next={nextHref ? { href: nextHref, text: say('inbox.next') } : undefined}
      />
    </>
  )
}

function Filters({ page, side, view, words: typed, pathway, pathways }: InboxPageProps) {
  const say = words(page.locale)
  return (
    <FilterRow
      label={say('inbox.filters')}
      action={pathOf(side)}
      summary={say('inbox.change-filters')}
      submit={say('inbox.apply')}
      kept={{ view }}
      links={typed || pathway ? [{ text: say('inbox.clear'), href: `${pathOf(side)}?view=${view}` }] : []}
    >
      <Input name="words" label={say('inbox.search')} value={typed} />
      <Select
        name="pathway"
        label={say('inbox.pathway')}
        items={[
          { value: '', text: say('inbox.any') },
          ...pathways.map((value) => ({ value, text: pathwayLabel(page.locale, value) })),
        ]}
        value={pathway ?? ''}
      />
    </FilterRow>
  )
}

function Nothing({ page, side, words: typed, pathway, view }: InboxPageProps) {
  const say = words(page.locale)
  const isFiltered = Boolean(typed || pathway)
  return (
    <Empty title={say(isFiltered ? 'inbox.no-match' : 'inbox.empty')} isAnswer={isFiltered}>
      <p class="govuk-body">
        {isFiltered ? (
          <Link href={`${pathOf(side)}?view=${view}`}>{say('inbox.clear')}</Link>
        ) : (
          say(side === 'TO' ? 'inbox.empty-received' : 'inbox.empty-sent')
        )}
      </p>
    </Empty>
  )
}

/** How we answer, and what room we say we have: the same that those see who refer to us. */
function Own({ page, own }: InboxPageProps) {
  const say = words(page.locale)
  const { asked, answered, days, places } = own
  return (
    <>
      <Note title={say('own.answers')}>
        <p>
          {asked === 0
            ? say('own.no-answers')
            : say('own.answers-text', { asked, answered, days: Math.max(1, days ?? 1) })}
        </p>
      </Note>
      {places.length > 0 && (
        <Note title={say('own.places')}>
          {places.map(({ name, free }) => (
            <p class="tl-m0">{say('own.place', { name, free: free || say('own.not-said') })}</p>
          ))}
          <p class="tl-mt">
            <Link class="tl-link" href="/services?show=own">
              {say('own.renew')}
            </Link>
          </p>
        </Note>
      )}
    </>
  )
}
