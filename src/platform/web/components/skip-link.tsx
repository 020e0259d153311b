import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Link } from './link.tsx'

export type SkipLinkProps = PropsWithChildren<{
  href?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** Lets a keyboard pass over the menus. First on every page. */
export function SkipLink({ href, class: className, attributes, children }: SkipLinkProps) {
  return (
    <Link
      href={href || '#content'}
      class={classNames('govuk-skip-link', className)}
      attributes={{ ...attributes, 'data-module': 'govuk-skip-link' }}
    >
      {children}
    </Link>
  )
}
