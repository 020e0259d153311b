import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { safeHref } from './link.tsx'

export type ButtonProps = PropsWithChildren<{
  /** One primary button a page: every other is secondary, or warning when it cannot be undone. */
  kind?: 'secondary' | 'warning' | 'inverse' | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | number | undefined
  isDisabled?: boolean | undefined
  isStart?: boolean | undefined
  /** A second click within a second does nothing. */
  preventDoubleClick?: boolean | undefined
  /** Makes it a link that looks like a button. */
  href?: string | undefined
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps) {
  const { kind, isStart, href, id, attributes } = props
  const className = classNames(
    'govuk-button',
    kind && `govuk-button--${kind}`,
    props.class,
    isStart && 'govuk-button--start',
  )
  const common = { class: className, 'data-module': 'govuk-button', ...attributes, id }
  const content = (
    <>
      {props.children}
      {isStart && <StartIcon />}
    </>
  )
  if (href)
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it is a link; GOV.UK's script gives it the space key
      <a href={safeHref(href)} role="button" draggable="false" {...common}>
        {content}
      </a>
    )

  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.isDisabled}
      aria-disabled={props.isDisabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...common}
    >
      {content}
    </button>
  )
}

/** Buttons and the links that go with them, in a row. */
export function ButtonGroup({ children }: PropsWithChildren) {
  return <div class="govuk-button-group">{children}</div>
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
