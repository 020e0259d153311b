import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'

export type TagProps = PropsWithChildren<{ class?: string | undefined; attributes?: Attributes | undefined }>

/** GOV.UK's tag. For Throughline's own small labels take `StatusTag`. */
export function Tag({ class: className, attributes, children }: TagProps) {
  return (
    <strong class={classNames('govuk-tag', className)} {...attributes}>
      {children}
    </strong>
  )
}
