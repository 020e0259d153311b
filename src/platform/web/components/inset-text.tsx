import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'

export type InsetTextProps = PropsWithChildren<{
  id?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** A paragraph set apart. */
export function InsetText({ id, class: className, attributes, children }: InsetTextProps) {
  return (
    <div id={id} class={classNames('govuk-inset-text', className)} {...attributes}>
      {children}
    </div>
  )
}
