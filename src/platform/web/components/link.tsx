import type { PropsWithChildren } from 'hono/jsx'
import type { Attributes } from './attributes.ts'

export type LinkProps = PropsWithChildren<{
  href: string
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** A link that cannot run a script. The only place where an address that was not written here may go. */
export function Link({ href, class: className = 'govuk-link', attributes, children }: LinkProps) {
  return (
    <a class={className || undefined} href={safeHref(href)} {...attributes}>
      {children}
    </a>
  )
}

/** A line that only leads to another page: paper leaves it out. */
export function WayOn({ href, children }: PropsWithChildren<{ href: string }>) {
  return (
    <p class="govuk-body tl-noprint">
      <Link href={href}>{children}</Link>
    </p>
  )
}

/** The address itself when it is http(s), mailto, tel or relative; `#` for anything else, `javascript:` and `data:` first. */
export function safeHref(href: string): string {
  // Browsers drop tabs, line ends and leading control characters before they read the scheme, so we do the same.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
  const scheme = href.replace(/[\u0000-\u0020]/g, '').match(/^([a-z][a-z0-9+.-]*):/i)?.[1]
  if (!scheme) return href
  return ['http', 'https', 'mailto', 'tel'].includes(scheme.toLowerCase()) ? href : '#'
}
