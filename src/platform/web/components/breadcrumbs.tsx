import type { Child } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Link } from './link.tsx'
import { useWords } from './page-locale.ts'

export interface BreadcrumbsProps {
  /** From the top down. One without an address is the page itself. */
  items?: readonly { text: Child; href?: string | undefined; attributes?: Attributes | undefined }[] | undefined
  label?: string | undefined
  collapsesOnPhone?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** Where this page lies. */
export function Breadcrumbs({ items = [], label, collapsesOnPhone, class: className, attributes }: BreadcrumbsProps) {
  const collapse = collapsesOnPhone && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav
      class={classNames('govuk-breadcrumbs', className, collapse)}
      {...attributes}
      aria-label={label ?? useWords()('breadcrumb')}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes }) =>
          href ? (
            <li class="govuk-breadcrumbs__list-item">
              <Link class="govuk-breadcrumbs__link" href={href} attributes={attributes}>
                {text}
              </Link>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
