import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames, idList, type Piece, pieceOf, type Slot } from './attributes.ts'
import { ErrorMessage, type ErrorPiece } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelPiece } from './label.tsx'

export interface FormGroup {
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** What every single field takes. `error` is the message beside it; the value typed is kept by passing it back. */
export interface FieldOptions {
  name: string
  /** The name, unless it is given. Problems in the summary link to it. */
  id?: string | undefined
  label: Slot<LabelPiece>
  hint?: Slot
  error?: Slot<ErrorPiece>
  describedBy?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
  formGroup?: FormGroup | undefined
  /** Put just before or after the control, inside its group. */
  before?: Child
  after?: Child
}

type Described = { describedBy?: string | undefined; hint?: Slot; error?: Slot<ErrorPiece> }

/** Ids that the control of a field, or the fieldset around a group, is described by. */
export function describedBy(id: string, { describedBy, hint, error }: Described): string | undefined {
  return idList(describedBy, pieceOf(hint) && `${id}-hint`, pieceOf(error) && `${id}-error`)
}

/** Label, hint and error above a control. */
export function Field({ id, field, children }: PropsWithChildren<{ id: string; field: FieldOptions }>) {
  const label: LabelPiece | undefined = pieceOf(field.label)
  return (
    <Group {...field}>
      {label && (
        <Label for={id} {...withoutText(label)}>
          {label.text}
        </Label>
      )}
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </Group>
  )
}

/** The frame of a field, or of a group of fields. Marked when there is an error. */
export function Group({ error, formGroup, children }: PropsWithChildren<Pick<FieldOptions, 'error' | 'formGroup'>>) {
  return (
    <div
      class={classNames('govuk-form-group', pieceOf(error) && 'govuk-form-group--error', formGroup?.class)}
      {...formGroup?.attributes}
    >
      {children}
    </div>
  )
}

/** Hint, then error, with the ids that `describedBy` names. */
export function HintAndError({ id, ...slots }: { id: string } & Pick<FieldOptions, 'hint' | 'error'>) {
  const hint: Piece | undefined = pieceOf(slots.hint)
  const error: ErrorPiece | undefined = pieceOf(slots.error)
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} {...withoutText(hint)}>
          {hint.text}
        </Hint>
      )}
      {error && (
        <ErrorMessage id={`${id}-error`} {...withoutText(error)}>
          {error.text}
        </ErrorMessage>
      )}
    </>
  )
}

function withoutText<P extends Piece>({ text: _, ...rest }: P): Omit<P, 'text'> {
  return rest
}
