import type { Child, PropsWithChildren } from 'hono/jsx'
import { type AgencyKind, AgencySquare } from './agency-square.tsx'
import { StatusTag } from './status.tsx'

export interface TimelineEntry {
  /** So that a link can lead to it. */
  id?: string | undefined
  initials: string
  kind: AgencyKind | (string & {})
  title: Child
  /** Who, which agency, when. */
  by: Child
  /** What was written; line ends are kept. */
  text?: Child
  /** The person's own words. */
  quote?: { text: string; source: string } | undefined
  /** "New", when it came after the page was opened. */
  newText?: string | undefined
  /** What can be done with it. */
  actions?: Child
}

export interface TimelineDay {
  title: string
  entries: readonly TimelineEntry[]
}

/** What has happened, newest first, grouped by day. `level` is the heading of a day; entries are one below. */
export function Timeline({ days, level = 3 }: { days: readonly TimelineDay[]; level?: 2 | 3 | 4 | undefined }) {
  const Heading = `h${level}` as 'h3'
  return (
    <>
      {days.map(({ title, entries }) => (
        <>
          <Heading class="tl-tl__day">{title}</Heading>
          <ol class="tl-tl">
            {entries.map((entry) => (
              <Entry entry={entry} level={level + 1} />
            ))}
          </ol>
        </>
      ))}
    </>
  )
}

function Entry({ entry, level }: { entry: TimelineEntry; level: number }) {
  const { id, initials, kind, title, by, text, quote, newText, actions } = entry
  const Heading = `h${level}` as 'h4'
  return (
    <li id={id}>
      <AgencySquare initials={initials} kind={kind} />
      <div class={newText ? 'is-new' : undefined}>
        <Heading class="tl-tl__title">
          {title} {newText && <StatusTag tone="accent">{newText}</StatusTag>}
        </Heading>
        <p class="tl-by">{by}</p>
        {(text || quote) && (
          <div class="tl-txt">
            {text && <p>{text}</p>}
            {quote && <OwnWords source={quote.source}>{quote.text}</OwnWords>}
          </div>
        )}
        {actions && <p class="tl-by tl-tl__actions">{actions}</p>}
      </div>
    </li>
  )
}

/** The person's own words, as they said them. */
export function OwnWords({ source, children }: PropsWithChildren<{ source?: Child }>) {
  return (
    <blockquote class="tl-words">
      <p>{children}</p>
      {source && <footer>{source}</footer>}
    </blockquote>
  )
}

export interface DateOnLine {
  date: string
  what: Child
  /** Smaller lines; `isEarly` is "may be released as early as". */
  notes?: readonly { text: string; isEarly?: boolean | undefined }[] | undefined
  when: 'past' | 'today' | 'future'
  /** Release: the gate stands here. */
  isGate?: boolean | undefined
}

/** The line of the case: past drawn solid, future open, the gate at release. */
export function DateLine({ dates }: { dates: readonly DateOnLine[] }) {
  return (
    <ol class="tl-line">
      {dates.map(({ date, what, notes = [], when, isGate }) => (
        <li class={classOf(when, isGate)}>
          {isGate && (
            <svg viewBox="0 0 26 34" aria-hidden="true" focusable="false">
              <path d="M3.5 33V14a9.5 9.5 0 0 1 19 0v19" />
            </svg>
          )}
          <b>{date}</b> {what}
          {notes.map(({ text, isEarly }) => (
            <small class={isEarly ? 'is-early' : undefined}>{text}</small>
          ))}
        </li>
      ))}
    </ol>
  )
}

function classOf(when: DateOnLine['when'], isGate: boolean | undefined): string | undefined {
  const names = [isGate && 'is-gate', when === 'today' && 'is-today', when !== 'past' && 'is-future']
  return names.filter(Boolean).join(' ') || undefined
}
