import { type Attributes, classNames, pieceOf } from './attributes.ts'
import { describedBy, Field, type FieldOptions } from './field.tsx'

export interface SelectItem {
  text: string | number
  /** The text, unless it is given. */
  value?: string | number | undefined
  isSelected?: boolean | undefined
  isDisabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export interface SelectProps extends FieldOptions {
  items: readonly (SelectItem | false | null | undefined)[]
  value?: string | number | undefined
  isDisabled?: boolean | undefined
}

/** One choice from a list that folds. */
export function Select(props: SelectProps) {
  const id = props.id || props.name
  return (
    <Field id={id} field={props}>
      {props.before}
      <select
        class={classNames('govuk-select', props.class, pieceOf(props.error) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.isDisabled}
        aria-describedby={describedBy(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) => item && <Option item={item} chosen={props.value} />)}
      </select>
      {props.after}
    </Field>
  )
}

function Option({ item, chosen }: { item: SelectItem; chosen: SelectProps['value'] }) {
  const isChosen = Boolean(chosen) && String(item.value ?? item.text) === String(chosen)
  return (
    <option value={item.value} selected={item.isSelected ?? isChosen} disabled={item.isDisabled} {...item.attributes}>
      {item.text}
    </option>
  )
}
