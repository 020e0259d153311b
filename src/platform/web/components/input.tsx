import type { Child } from 'hono/jsx'
import { classNames, type Piece, pieceOf, type Slot } from './attributes.ts'
import { describedBy, Field, type FieldOptions } from './field.tsx'

export interface InputProps extends FieldOptions {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url' | (string & {}) | undefined
  /** Letters that fit: 2 to 30, or part of the width. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | 'one-half' | 'one-third' | 'two-thirds' | undefined
  prefix?: Slot
  suffix?: Slot
  autocomplete?: string | undefined
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  isDisabled?: boolean | undefined
  wrapper?: { class?: string | undefined; attributes?: FieldOptions['attributes'] } | undefined
}

/** One line of text. */
export function Input(props: InputProps) {
  const id = props.id || props.name
  return (
    <Field id={id} field={props}>
      <Wrapped {...props}>
        <input
          class={classNames(
            'govuk-input',
            widthClass(props.width),
            props.class,
            pieceOf(props.error) && 'govuk-input--error',
          )}
          id={id}
          name={props.name}
          type={props.type || 'text'}
          spellcheck={props.spellcheck}
          value={props.value}
          disabled={props.isDisabled}
          aria-describedby={describedBy(id, props)}
          autocomplete={props.autocomplete}
          autocapitalize={props.autocapitalize}
          pattern={props.pattern}
          inputmode={props.inputMode}
          {...props.attributes}
        />
      </Wrapped>
    </Field>
  )
}

function Wrapped({ prefix, suffix, before, after, wrapper, children }: InputProps & { children?: Child }) {
  if (![prefix, suffix, before, after].some(pieceOf)) return <>{children}</>
  return (
    <div class={classNames('govuk-input__wrapper', wrapper?.class)} {...wrapper?.attributes}>
      {before}
      <Affix kind="prefix" piece={pieceOf(prefix)} />
      {children}
      <Affix kind="suffix" piece={pieceOf(suffix)} />
      {after}
    </div>
  )
}

function Affix({ kind, piece }: { kind: 'prefix' | 'suffix'; piece: Piece | undefined }) {
  if (!piece) return null
  return (
    <div class={classNames(`govuk-input__${kind}`, piece.class)} aria-hidden="true" {...piece.attributes}>
      {piece.text}
    </div>
  )
}

function widthClass(width: InputProps['width']): string | undefined {
  if (!width) return undefined
  return typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`
}
