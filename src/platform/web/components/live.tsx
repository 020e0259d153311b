import type { Child, PropsWithChildren } from 'hono/jsx'
import { Glyph } from './glyph.tsx'
import { Link } from './link.tsx'
import { useWords } from './page-locale.ts'

/** What is new: how many and from whom, and a link to it. */
export interface News {
  text: Child
  /** The first new entry: `#entry-7`. */
  href: string
  /** "Show it". */
  showText?: string | undefined
}

/** A line that says something is new. It is read out and never moves the page. */
export function LiveLine({ text, href, showText }: News) {
  return (
    <div class="tl-live">
      <p>{text}</p>
      <Link class="" href={href}>
        {showText ?? useWords()('live-show')}
      </Link>
    </div>
  )
}

export type LiveRegionProps = PropsWithChildren<{
  id: string
  /** Gives this part again as HTML, made by `LivePart`. It should say since when things are new. */
  fetchUrl: string
}>

/** A part of the page that is fetched again when something changed. Without JavaScript it stays as it was. */
export function LiveRegion({ id, fetchUrl, children }: LiveRegionProps) {
  return (
    <>
      <div role="status" data-live-line={id} />
      <div id={id} data-live-fetch={fetchUrl}>
        {children}
      </div>
    </>
  )
}

/** What `fetchUrl` answers with: the part, and the line about what is new in it. */
export function LivePart({ news, children }: PropsWithChildren<{ news?: News | undefined }>) {
  return (
    <>
      {news && (
        <div data-live-news="">
          <LiveLine {...news} />
        </div>
      )}
      {children}
    </>
  )
}

/** "Draft saved at 10:38", kept up to date by the script in a form that has `data-draft-url`. */
export function SavedLine({ time, note }: { time?: string | undefined; note?: string | undefined }) {
  const words = useWords()
  return (
    <p
      class="tl-saved"
      role="status"
      data-draft-line=""
      data-saved={words('draft-saved', { time: '{time}' })}
      data-waiting={words('draft-waiting')}
      data-signed-out={words('draft-signed-out')}
    >
      <Glyph name="ok" />
      <span>
        <span data-draft-text="">{time && words('draft-saved', { time })}</span>{' '}
        {note && <span class="tl-quiet">{note}</span>}
      </span>
    </p>
  )
}

/** Shown only where the script can print. */
export function PrintButton({ children }: PropsWithChildren) {
  return (
    <button type="button" class="tl-linklike" data-print="" hidden>
      {children}
    </button>
  )
}
