import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames, type Piece, pieceOf, type Slot } from './attributes.ts'
import type { Size } from './label.tsx'

/** A legend said at length: its size, and whether it is the page's heading. */
export interface LegendPiece extends Piece {
  size?: Size | undefined
  isPageHeading?: boolean | undefined
}

export interface FieldsetOptions {
  legend?: Slot<LegendPiece>
  class?: string | undefined
  describedBy?: string | undefined
  attributes?: Attributes | undefined
}

export type FieldsetProps = PropsWithChildren<FieldsetOptions & { role?: 'group' | (string & {}) | undefined }>

/** Fields that answer one question. */
export function Fieldset({ legend, class: className, role, describedBy, attributes, children }: FieldsetProps) {
  const piece: LegendPiece | undefined = pieceOf(legend)
  return (
    <fieldset
      class={classNames('govuk-fieldset', className)}
      role={role}
      aria-describedby={describedBy || undefined}
      {...attributes}
    >
      {piece && (
        <legend
          class={classNames(
            'govuk-fieldset__legend',
            piece.size && `govuk-fieldset__legend--${piece.size}`,
            piece.class,
          )}
        >
          {piece.isPageHeading ? <h1 class="govuk-fieldset__heading">{piece.text}</h1> : piece.text}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
