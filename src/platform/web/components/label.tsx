import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames, type Piece } from './attributes.ts'

export type Size = 's' | 'm' | 'l' | 'xl'

/** A label said at length: its size, and whether it is the page's heading. */
export interface LabelPiece extends Piece {
  size?: Size | undefined
  isPageHeading?: boolean | undefined
}

export type LabelProps = PropsWithChildren<
  Omit<LabelPiece, 'text'> & { for?: string | undefined; attributes?: Attributes | undefined }
>

/** The name of a field. */
export function Label({ for: id, size, class: className, isPageHeading, attributes, children }: LabelProps) {
  const label = (
    <label class={classNames('govuk-label', size && `govuk-label--${size}`, className)} {...attributes} for={id}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
