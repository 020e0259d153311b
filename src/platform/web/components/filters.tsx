import type { Child, PropsWithChildren } from 'hono/jsx'
import { Button } from './button.tsx'
import { Link } from './link.tsx'

export interface Count {
  count: number | string
  text: string
  href: string
  /** `warn` needs a person, `bad` is late or missing. */
  tone?: 'warn' | 'bad' | undefined
  isCurrent?: boolean | undefined
}

/** Saved views that carry their counts: one control, not two. `label` names the menu. */
export function Counts({ label, counts }: { label: string; counts: readonly Count[] }) {
  return (
    <nav aria-label={label}>
      <ul class="tl-counts">
        {counts.map(({ count, text, href, tone, isCurrent }) => (
          <li class={tone && `is-${tone}`}>
            <Link class="" href={href} attributes={isCurrent ? { 'aria-current': 'true' } : undefined}>
              <b>{count}</b> <span>{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface Chip {
  text: string
  href: string
  isCurrent?: boolean | undefined
}

/** A few ways to see the same list: "Everything 86", "Contact 41". */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul class="tl-chips">
        {chips.map(({ text, href, isCurrent }) => (
          <li>
            <Link class="" href={href} attributes={isCurrent ? { 'aria-current': 'true' } : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type FilterRowProps = PropsWithChildren<{
  /** Read out for the form: "Filters". */
  label: string
  action: string
  /** On a phone the row is folded behind this: "Change filters (2 on)". */
  summary: string
  isOpen?: boolean | undefined
  submit: string
  /** Where the page has something else to do first. */
  isQuiet?: true
  /** Filters that are on. `href` is the list without it, `removeText` is read out first: "Remove filter". */
  chosen?: readonly Chip[] | undefined
  removeText?: string | undefined
  /** "Clear filters", "Save this view". */
  links?: readonly Chip[] | undefined
  /** Kept in the address when the form is sent: the sort, the saved view. */
  kept?: Record<string, string | undefined> | undefined
  /** More buttons, as for saving a view. */
  more?: Child
}>

/** One row of filters; the fields are its children. Sent by GET, so that a list has an address. */
export function FilterRow(props: FilterRowProps) {
  const { chosen = [], links = [], kept = {} } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form that searches; <search> is younger than the prison's browsers
    <form class="tl-filter" action={props.action} method="get" role="search" aria-label={props.label}>
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      <details open={props.isOpen}>
        <summary>{props.summary}</summary>
        <div class="tl-filter__row">
          {props.children}
          <Button kind={props.isQuiet ? 'secondary' : undefined}>{props.submit}</Button>
        </div>
      </details>
      {(chosen.length > 0 || links.length > 0 || props.more) && (
        <ul class="tl-chips">
          {chosen.map(({ text, href }) => (
            <li>
              <Link class="" href={href}>
                {props.removeText && <span class="govuk-visually-hidden">{props.removeText}: </span>}
                {text}
                <span class="tl-x" aria-hidden="true">
                  ×
                </span>
              </Link>
            </li>
          ))}
          {links.map(({ text, href }) => (
            <li>
              <Link class="" href={href}>
                {text}
              </Link>
            </li>
          ))}
          {props.more && <li>{props.more}</li>}
        </ul>
      )}
    </form>
  )
}
