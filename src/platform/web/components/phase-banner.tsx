import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames, pieceOf, type Slot } from './attributes.ts'
import { Tag } from './tag.tsx'

export type PhaseBannerProps = PropsWithChildren<{
  tag: Slot
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** Says that the service is on trial. */
export function PhaseBanner({ tag, class: className, attributes, children }: PhaseBannerProps) {
  const piece = pieceOf(tag)
  return (
    <div class={classNames('govuk-phase-banner govuk-width-container', className)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={classNames('govuk-phase-banner__content__tag', piece?.class)}>{piece?.text as Child}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
