import type { Child } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { safeHref } from './link.tsx'
import { useWords } from './page-locale.ts'

/** A step to the page before or after. `label` says what lies there. */
export interface PageStep {
  href: string
  text?: Child
  label?: string | undefined
  attributes?: Attributes | undefined
}

export type PageItem =
  | 'ellipsis'
  | {
      number: string | number
      href?: string | undefined
      isCurrent?: boolean | undefined
      hiddenText?: string | undefined
      attributes?: Attributes | undefined
    }

export interface PaginationProps {
  previous?: PageStep | undefined
  next?: PageStep | undefined
  /** Numbered pages. Without them the two steps stand one above the other. */
  items?: readonly PageItem[] | undefined
  label?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** Numbered pages, or the part before and after. Long lists are paged by `Pager`. */
export function Pagination({ previous, next, items, label, class: className, attributes }: PaginationProps) {
  const isBlock = !items && Boolean(next || previous)
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', className)}
      aria-label={label || useWords()('pagination')}
      {...attributes}
    >
      {previous?.href && <Step kind="prev" step={previous} isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
      {next?.href && <Step kind="next" step={next} isBlock={isBlock} />}
    </nav>
  )
}

function Step({ kind, step, isBlock }: { kind: 'prev' | 'next'; step: PageStep; isBlock: boolean }) {
  const words = useWords()
  const isPlain = isBlock && !step.label
  const text = step.text || (
    <>
      {words(kind === 'prev' ? 'previous' : 'next')}
      <span class="govuk-visually-hidden"> {words('page')}</span>
    </>
  )
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={safeHref(step.href)} rel={kind} {...step.attributes}>
        {(isBlock || kind === 'prev') && <Arrow kind={kind} />}
        <span class={classNames('govuk-pagination__link-title', isPlain && 'govuk-pagination__link-title--decorated')}>
          {text}
        </span>
        {step.label && isBlock && (
          <>
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{step.label}</span>
          </>
        )}
        {!isBlock && kind === 'next' && <Arrow kind={kind} />}
      </a>
    </div>
  )
}

function Item({ item }: { item: PageItem }) {
  if (item === 'ellipsis') return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classNames('govuk-pagination__item', item.isCurrent && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={safeHref(item.href ?? '')}
        aria-label={item.hiddenText ?? useWords()('page-number', { number: String(item.number) })}
        aria-current={item.isCurrent ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

function Arrow({ kind }: { kind: 'prev' | 'next' }) {
  const back =
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z'
  const on =
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z'
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={kind === 'prev' ? back : on} />
    </svg>
  )
}
