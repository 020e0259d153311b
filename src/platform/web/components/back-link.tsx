import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Link } from './link.tsx'
import { useWords } from './page-locale.ts'

export type BackLinkProps = PropsWithChildren<{
  href?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** The way back, named for where it leads. */
export function BackLink({ href, class: className, attributes, children }: BackLinkProps) {
  return (
    <Link href={href || '#'} class={classNames('govuk-back-link', className)} attributes={attributes}>
      {children || useWords()('back')}
    </Link>
  )
}
