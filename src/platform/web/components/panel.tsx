import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Button } from './button.tsx'
import { Link } from './link.tsx'

/** What may be done next from an interruption. A button unless it has an address. */
export interface PanelAction {
  text: Child
  href?: string | undefined
  type?: 'button' | 'submit' | 'reset' | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export type PanelProps = PropsWithChildren<{
  title: Child
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  isInterruption?: boolean | undefined
  actions?:
    | { items?: readonly PanelAction[]; class?: string | undefined; attributes?: Attributes | undefined }
    | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** The end of a task, said large; or a stop before it goes on. */
export function Panel({ title, headingLevel = 1, isInterruption, actions, children, ...props }: PanelProps) {
  const Heading = `h${headingLevel}` as 'h1'
  const kind = isInterruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  return (
    <div class={classNames('govuk-panel', kind, props.class)} {...props.attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div class={classNames('govuk-panel__actions', actions.class)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action {...action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

function Action({ text, href, type, class: className, attributes }: PanelAction) {
  if (href && type !== 'button')
    return (
      <Link href={href} class={classNames('govuk-link govuk-link--inverse', className)} attributes={attributes}>
        {text}
      </Link>
    )

  return (
    <Button kind="inverse" type={type ?? 'button'} href={href} class={className} attributes={attributes}>
      {text}
    </Button>
  )
}
