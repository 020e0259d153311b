import type { CaseFrame } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay, formatTime } from '../../platform/dates.ts'
import {
  initialsOf,
  Link,
  StatusTag,
  type TimelineDay,
  type TimelineEntry,
} from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Note } from '../queries/notes.ts'
import { words } from '../words.ts'

interface Reader {
  frame: CaseFrame
  locale: Locale
  userId: string
  /** What the person is called. */
  calledName: string
  pathwayName: (code: string) => string
}

/** Notes by day, newest first. */
export function notesByDay(notes: readonly Note[], reader: Reader): TimelineDay[] {
  const days = new Map<string, TimelineEntry[]>()
  for (const note of notes) {
    const day = dayAt(note.happenedAt)
    days.set(day, [...(days.get(day) ?? []), noteEntry(note, reader)])
  }
  return [...days].map(([day, entries]) => ({ title: formatDay(reader.locale, day, 'long'), entries }))
}

/** One note on a timeline: what it says unless it was withdrawn, and the way to what it said before. */
function noteEntry(note: Note, { frame, locale, userId, calledName, pathwayName }: Reader): TimelineEntry {
  const say = words(locale)
  const kind = say(`kind.${note.kind}`)
  return {
    id: `note-${note.id}`,
    initials: initialsOf(note.agencyName),
    kind: note.agencyKind,
    title: (
      <>
        {note.pathway ? `${kind}: ${pathwayName(note.pathway)}` : kind}{' '}
        {note.part !== 'notes' && <StatusTag>{say(`part-tag.${note.part}`)}</StatusTag>}
        <BesideFact locale={locale} frame={frame} factId={note.id} />
      </>
    ),
    by: byLine(note, locale),
    text: note.withdrawnAt ? say('entry.withdrawn', { reason: note.withdrawnReason }) : note.body || undefined,
    quote:
      note.ownWords && !note.withdrawnAt
        ? { text: note.ownWords, source: say('entry.own-words', { name: calledName }) }
        : undefined,
    actions: actionsOf(note, locale, userId),
  }
}

/** Who, which agency, when, how long. */
export function byLine(note: Note, locale: Locale): string {
  const { authorName: name, agencyName: agency, lengthInMinutes: minutes } = note
  const time = formatTime(locale, note.happenedAt)
  return minutes === null
    ? words(locale)('entry.by', { name, agency, time })
    : words(locale)('entry.by-long', { name, agency, time, minutes })
}

function actionsOf(note: Note, locale: Locale, userId: string) {
  const say = words(locale)
  const isOwn = note.authorId === userId
  if (note.withdrawnAt) return <NoteLink note={note} text={say('entry.open-withdrawn')} />
  if (!isOwn && !note.correctedAt) return undefined
  return (
    <>
      {note.correctedAt && (
        <NoteLink note={note} text={say('entry.corrected', { at: formatAt(locale, note.correctedAt, 'brief') })} />
      )}{' '}
      {isOwn && (
        <Link class="tl-link" href={`/notes/${note.id}/correct`}>
          {say('entry.correct')}
        </Link>
      )}{' '}
      {isOwn && note.part === 'mentoring' && (
        <Link class="tl-link" href={`/notes/${note.id}/opening`}>
          {say('note.open')}
        </Link>
      )}
    </>
  )
}

function NoteLink({ note, text }: { note: Note; text: string }) {
  return (
    <Link class="tl-link" href={`/notes/${note.id}`}>
      {text}
    </Link>
  )
}
