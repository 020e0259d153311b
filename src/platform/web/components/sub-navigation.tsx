import { Link } from './link.tsx'

export interface SubNavigationProps {
  /** Read out for the whole menu: the person's name, or the page's. */
  label: string
  items: readonly { href: string; text: string; isCurrent?: boolean | undefined }[]
}

/** The pages about one person or one thing. On a phone one row that scrolls. */
export function SubNavigation({ label, items }: SubNavigationProps) {
  return (
    <nav class="moj-sub-navigation" aria-label={label}>
      <ul class="moj-sub-navigation__list">
        {items.map(({ href, text, isCurrent }) => (
          <li class="moj-sub-navigation__item">
            <Link
              class="moj-sub-navigation__link"
              href={href}
              attributes={isCurrent ? { 'aria-current': 'page' } : undefined}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
