import type { Child } from 'hono/jsx'
import { Link } from './link.tsx'

export interface PagerProps {
  /** "Showing 1 to 10 of 48". */
  shown: Child
  previous?: { href: string; text: string } | undefined
  next?: { href: string; text: string } | undefined
}

/** The foot of a long list: what is shown, and the way to the rest. */
export function Pager({ shown, previous, next }: PagerProps) {
  return (
    <div class="tl-pager">
      <span class="tl-num">{shown}</span>
      {(previous || next) && (
        <span class="tl-pager__links">
          {previous && (
            <Link class="" href={previous.href} attributes={{ rel: 'prev' }}>
              {previous.text}
            </Link>
          )}
          {next && (
            <Link class="" href={next.href} attributes={{ rel: 'next' }}>
              {next.text}
            </Link>
          )}
        </span>
      )}
    </div>
  )
}
