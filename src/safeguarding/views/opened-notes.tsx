import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Empty,
  Link,
  OwnWords,
  PageHead,
  Pager,
  Phone,
  PlainList,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OpenedNote, Opening } from '../queries.ts'
import { words } from '../words.ts'

export interface OpenedNotesProps {
  page: PageContext
  openings: readonly Opening[]
  number: number
  hasMore: boolean
}

/** What other agencies opened to the reader's own, without a word of what it says. */
export function OpenedNotesPage({ page, openings, number, hasMore }: OpenedNotesProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('list.title')}>
      <PageHead title={say('list.title')} sub={say('list.sub')} />
      {openings.length === 0 && (
        <Empty title={say('list.none')}>
          <p class="govuk-body">{say('list.none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {openings.map((opening) => (
          <li>
            <Link href={`/safeguarding/${opening.id}`}>
              {say('list.line', { agency: opening.fromAgencyName, at: formatAt(locale, opening.openedAt) })}
            </Link>
          </li>
        ))}
      </PlainList>
      {openings.length > 0 && (
        <Pager
          shown={say('list.shown', { count: openings.length })}
          previous={number > 1 ? { href: `/safeguarding?page=${number - 1}`, text: say('list.newer') } : undefined}
          next={hasMore ? { href: `/safeguarding?page=${number + 1}`, text: say('list.older') } : undefined}
        />
      )}
    </Layout>
  )
}

/** One note that was opened, whom it is about and whom to call. Nothing else of the case. */
export function OpenedNotePage({ page, note }: { page: PageContext; note: OpenedNote }) {
  const { locale } = page
  const say = words(locale)
  const { authorName: name, agencyName: agency } = note
  return (
    <Layout page={page} title={say('note.title', { name: note.personName })}>
      <BackLink href="/safeguarding">{say('list.title')}</BackLink>
      <PageHead title={say('note.title', { name: note.personName })} sub={say('note.sub')} />
      <SummaryList
        rows={[
          { key: say('note.person'), value: note.personName },
          { key: say('note.born'), value: note.bornOn ? formatDay(locale, note.bornOn, 'full') : say('note.unknown') },
          { key: say('open.reason'), value: note.reason },
          { key: say('note.by'), value: say('note.author', { name, agency }) },
          {
            key: say('note.call'),
            value: note.agencyPhone ? <Phone number={note.agencyPhone} /> : say('note.unknown'),
          },
          { key: say('note.when'), value: formatAt(locale, note.happenedAt) },
        ]}
      />
      {note.body && <p class="govuk-body tl-kept">{note.body}</p>}
      {note.ownWords && <OwnWords source={say('note.own-words')}>{note.ownWords}</OwnWords>}
    </Layout>
  )
}
