import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { useWords } from './page-locale.ts'

export type WarningTextProps = PropsWithChildren<{
  /** Read out instead of the mark. The page's word for "Warning", unless it is given. */
  prefix?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** What cannot be undone, said before it is done. */
export function WarningText({ prefix, class: className, attributes, children }: WarningTextProps) {
  return (
    <div class={classNames('govuk-warning-text', className)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix || useWords()('warning')}</span> {children}
      </strong>
    </div>
  )
}
