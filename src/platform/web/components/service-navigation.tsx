import type { Child } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Link } from './link.tsx'
import { useWords } from './page-locale.ts'

/** A place in the menu. `isCurrent` is this page; `isActive` is the part of the site that this page belongs to. */
export interface NavigationItem {
  text: Child
  href?: string | undefined
  isCurrent?: boolean | undefined
  isActive?: boolean | undefined
  attributes?: Attributes | undefined
}

export interface ServiceNavigationProps {
  navigation?: readonly (NavigationItem | false | null | undefined | '')[] | undefined
  serviceName?: string | undefined
  serviceUrl?: string | undefined
  /** Read out for the whole region, when there is a service name or a slot. */
  label?: string | undefined
  menuText?: string | undefined
  menuLabel?: string | undefined
  navigationLabel?: string | undefined
  navigationId?: string | undefined
  navigationClass?: string | undefined
  collapsesOnPhone?: boolean | undefined
  /** Without a script too: a link stands for the button, and the menu opens when it is the address's target. */
  collapsesWithoutScript?: boolean | undefined
  slots?:
    | { start?: Child; end?: Child; isEndInline?: boolean; navigationStart?: Child; navigationEnd?: Child }
    | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** The menu of the site: one row on a desk, folded behind a button on a phone. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { serviceName, serviceUrl, slots = {} } = props
  const common = {
    class: classNames('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inner = (
    <div
      class={classNames('govuk-width-container', slots.isEndInline && 'govuk-service-navigation__inlining-container')}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {serviceName && (
          <span class="govuk-service-navigation__service-name">
            {serviceUrl ? (
              <Link href={serviceUrl} class="govuk-service-navigation__link">
                {serviceName}
              </Link>
            ) : (
              <span class="govuk-service-navigation__text">{serviceName}</span>
            )}
          </span>
        )}
        <Menu {...props} />
      </div>
      {slots.end}
    </div>
  )
  if (!serviceName && !slots.start && !slots.end) return <div {...common}>{inner}</div>
  return (
    <section aria-label={props.label ?? useWords()('service-information')} {...common}>
      {inner}
    </section>
  )
}

function Menu(props: ServiceNavigationProps) {
  const { slots = {}, navigationId = 'navigation', menuLabel } = props
  const items = (props.navigation ?? []).filter((item) => Boolean(item)) as NavigationItem[]
  if (items.length === 0 && !slots.navigationStart && !slots.navigationEnd) return null

  const menuText = props.menuText || useWords()('menu')
  const collapses = props.collapsesOnPhone ?? items.length > 1
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {collapses && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden from everybody until the script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuLabel && menuLabel !== menuText ? menuLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menuText}
        </button>
      )}
      {collapses && props.collapsesWithoutScript && (
        <a class="govuk-service-navigation__toggle tl-menu" href={`#${navigationId}`}>
          {menuText}
        </a>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {slots.navigationStart}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {slots.navigationEnd}
      </ul>
    </nav>
  )
}

function Item({ text, href, isCurrent, isActive, attributes }: NavigationItem) {
  const isHere = isCurrent || isActive
  const current = isHere ? { 'aria-current': isCurrent ? 'page' : 'true' } : {}
  // The strong tag says which it is to people who override colours and styles.
  const content = isHere ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={classNames('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}>
      {href && (
        <Link href={href} class="govuk-service-navigation__link" attributes={{ ...current, ...attributes }}>
          {content}
        </Link>
      )}
      {!href && text && (
        <span class="govuk-service-navigation__text" {...current}>
          {content}
        </span>
      )}
    </li>
  )
}
