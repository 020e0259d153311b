import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'

export type DetailsProps = PropsWithChildren<{
  summary: Child
  isOpen?: boolean | undefined
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** Text that folds away. */
export function Details({ summary, isOpen, id, class: className, attributes, children }: DetailsProps) {
  return (
    <details id={id} class={classNames('govuk-details', className)} {...attributes} open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
