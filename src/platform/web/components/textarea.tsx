import { classNames, pieceOf } from './attributes.ts'
import { describedBy, Field, type FieldOptions } from './field.tsx'

export interface TextareaProps extends FieldOptions {
  value?: string | undefined
  rows?: number | undefined
  spellcheck?: boolean | undefined
  autocomplete?: string | undefined
  isDisabled?: boolean | undefined
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name
  return (
    <Field id={id} field={props}>
      {props.before}
      <textarea
        class={classNames('govuk-textarea', pieceOf(props.error) && 'govuk-textarea--error', props.class)}
        id={id}
        name={props.name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.isDisabled}
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {keptFirstLine(props.value)}
      </textarea>
      {props.after}
    </Field>
  )
}

/** HTML drops a line end that comes first in a textarea: one more keeps the one that was typed. */
function keptFirstLine(value: string | undefined): string | undefined {
  return value?.startsWith('\n') || value?.startsWith('\r\n') ? `\n${value}` : value
}
