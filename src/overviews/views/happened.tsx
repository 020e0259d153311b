import type { CaseFrame } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import {
  Chips,
  initialsOf,
  Link,
  LivePart,
  Pager,
  StatusTag,
  Timeline,
  type TimelineDay,
  type TimelineEntry,
} from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { entryWords } from '../entry-words.ts'
import type { Happened, HappenedNote, HappenedPage } from '../queries/timeline.ts'
import { filters, type TimelineFilter } from '../timeline-filters.ts'
import { words } from '../words.ts'

export interface HappenedProps {
  locale: Locale
  now: Date
  frame: CaseFrame
  happened: HappenedPage
  filter: TimelineFilter
  isFirstPage: boolean
  /** What was written after this is new to the page. */
  since: Date
}

/** The timeline with its filters: the part of the page that is fetched again when something changed. */
export function HappenedPart(props: HappenedProps) {
  const { locale, frame, happened, filter, isFirstPage } = props
  const say = words(locale)
  const address = (query: string) => `/cases/${frame.caseId}${query}#h-tl`
  const show = filter === 'everything' ? '' : `show=${filter}`
  return (
    <LivePart news={newsOf(props)}>
      <Chips
        label={say('happened.show')}
        chips={filters.map((each) => ({
          text: say(`happened.${each}`, { count: happened.counts[each], name: frame.calledName }),
          href: address(each === 'everything' ? '' : `?show=${each}`),
          isCurrent: each === filter,
        }))}
      />
      {happened.entries.length === 0 && <p class="govuk-body tl-mt">{say('happened.none')}</p>}
      <Timeline days={daysOf(props)} />
      {happened.entries.length > 0 && (
        <Pager
          shown={say('happened.shown', { shown: happened.entries.length, count: happened.counts[filter] })}
          previous={isFirstPage ? undefined : { href: address(show && `?${show}`), text: say('happened.newest') }}
          next={
            happened.older
              ? {
                  href: address(`?${[show, `before=${happened.older}`].filter(Boolean).join('&')}`),
                  text: say('happened.older'),
                }
              : undefined
          }
        />
      )}
    </LivePart>
  )
}

const isNew = ({ writtenAt }: Happened, since: Date): boolean => new Date(writtenAt) > since
const idOf = (entry: Happened): string => `entry-${entry.id}`

function newsOf({ locale, happened, since }: HappenedProps) {
  const fresh = happened.entries.filter((entry) => isNew(entry, since))
  const last = fresh.reduce((one, other) => (one && one.writtenAt >= other.writtenAt ? one : other), fresh[0])
  if (!last) return undefined
  const say = words(locale)
  const isOneAgency = fresh.every(({ agencyName }) => agencyName === last.agencyName)
  const time = formatTime(locale, new Date(last.writtenAt))
  const about = { count: fresh.length, agency: last.agencyName, time }
  const text = say(isOneAgency ? 'happened.news' : 'happened.news-many', about)
  return { text, href: `#${idOf(last)}`, showText: say('happened.show-it') }
}

function daysOf(props: HappenedProps): TimelineDay[] {
  const { locale, now, happened } = props
  const say = words(locale)
  const today = dayAt(now)
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of happened.entries) {
    const day = dayAt(new Date(entry.at))
    days.set(day, [...(days.get(day) ?? []), entryOf(entry, props)])
  }
  return [...days].map(([day, entries]) => {
    const title = formatDay(locale, day, 'long')
    return { title: day === today ? say('happened.today', { day: title }) : title, entries }
  })
}

function entryOf(entry: Happened, { locale, frame, since }: HappenedProps): TimelineEntry {
  const say = words(locale)
  const shared = {
    id: idOf(entry),
    initials: initialsOf(providerWithoutAccount(entry) ?? entry.agencyName),
    kind: entry.agencyKind,
    by: byLine(entry, locale),
    newText: isNew(entry, since) ? say('happened.new') : undefined,
  }
  if (entry.what === 'event') return { ...shared, ...entryWords(locale, entry) }
  const source = say('happened.own-words', { name: frame.calledName })
  return {
    ...shared,
    title: <NoteTitle note={entry} locale={locale} frame={frame} />,
    text:
      entry.withdrawnReason === null
        ? entry.body || undefined
        : say('happened.withdrawn', { reason: entry.withdrawnReason }),
    quote: entry.ownWords ? { text: entry.ownWords, source } : undefined,
    actions: <NoteActions note={entry} locale={locale} />,
  }
}

function NoteTitle({ note, locale, frame }: { note: HappenedNote; locale: Locale; frame: CaseFrame }) {
  const say = words(locale)
  return (
    <>
      {say(`note.${note.kind}`)}{' '}
      {note.part !== 'notes' && <StatusTag>{say(`part.${note.part}` as 'part.health')}</StatusTag>}
      <BesideFact locale={locale} frame={frame} factId={note.id} />
    </>
  )
}

function NoteActions({ note, locale }: { note: HappenedNote; locale: Locale }) {
  const say = words(locale)
  const isShownBefore = note.isCorrected || note.withdrawnReason !== null
  return (
    <>
      {isShownBefore && <Link href={`/notes/${note.id}`}>{say('happened.corrected')}</Link>}{' '}
      {note.isOwn && note.withdrawnReason === null && (
        <Link href={`/notes/${note.id}/correct`}>{say('happened.correct')}</Link>
      )}
    </>
  )
}

function byLine(entry: Happened, locale: Locale): string {
  const say = words(locale)
  const provider = providerWithoutAccount(entry)
  const { actorName: name, agencyName: agency } = provider ? { actorName: '', agencyName: provider } : entry
  const time = formatTime(locale, new Date(entry.at))
  if (!name) return say('happened.by-agency', { agency, time })
  const minutes = entry.what === 'note' ? entry.minutes : null
  return minutes ? say('happened.by-long', { name, agency, time, minutes }) : say('happened.by', { name, agency, time })
}

/** Who answered by a link or by telephone: the agency that wrote it down is the one that had asked. */
function providerWithoutAccount(entry: Happened): string | undefined {
  if (entry.what !== 'event' || !/^referral\.(accepted|declined)$/.test(entry.name)) return undefined
  return entry.details['toAgencyId'] === null ? (entry.about?.provider ?? undefined) : undefined
}
