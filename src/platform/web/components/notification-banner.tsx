import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { useWords } from './page-locale.ts'

export type NotificationBannerProps = PropsWithChildren<{
  /** One line. For more, give children instead. */
  text?: Child
  /** What was asked for is done: read out at once. */
  isSuccess?: boolean | undefined
  title?: Child
  titleId?: string | undefined
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  role?: string | undefined
  doesNotTakeFocus?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** News that is not about a field: something was done, or something to know. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { isSuccess, titleId = 'govuk-notification-banner-title', headingLevel = 2, children } = props
  const Heading = `h${headingLevel}` as 'h2'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is written, below
    <div
      class={classNames('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', props.class)}
      role={props.role || (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.doesNotTakeFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || useWords()(isSuccess ? 'success' : 'important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {children ?? (props.text && <p class="govuk-notification-banner__heading">{props.text}</p>)}
      </div>
    </div>
  )
}
