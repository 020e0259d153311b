import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'

export type HintProps = PropsWithChildren<{
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** Help beside a field, read out with it. */
export function Hint({ id, class: className, attributes, children }: HintProps) {
  return (
    <div id={id} class={classNames('govuk-hint', className)} {...attributes}>
      {children}
    </div>
  )
}
