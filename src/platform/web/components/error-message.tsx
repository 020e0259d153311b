import type { PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames, type Piece } from './attributes.ts'
import { useWords } from './page-locale.ts'

/** An error said at length. `prefix` is read out before it; the page's word for "Error" unless given, none when ''. */
export interface ErrorPiece extends Piece {
  prefix?: string | undefined
}

export type ErrorMessageProps = PropsWithChildren<
  Omit<ErrorPiece, 'text'> & { id?: string | undefined; attributes?: Attributes | undefined }
>

/** What is wrong with one field, beside it. */
export function ErrorMessage({ id, class: className, prefix, attributes, children }: ErrorMessageProps) {
  const hidden = prefix ?? useWords()('error')
  return (
    <p id={id} class={classNames('govuk-error-message', className)} {...attributes}>
      {hidden && <span class="govuk-visually-hidden">{hidden}:</span>} {children}
    </p>
  )
}
