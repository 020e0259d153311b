import type { Child } from 'hono/jsx'
import { type Attributes, classNames, idList, type Piece, pieceOf, type Slot } from './attributes.ts'
import { describedBy, type FieldOptions, Group, HintAndError } from './field.tsx'
import { Fieldset, type FieldsetOptions, type LegendPiece } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One choice. `conditional` is shown only while it is chosen (always, without JavaScript). */
export interface ChoiceItem {
  value: string | number
  text: Child
  id?: string | undefined
  hint?: Slot
  isChecked?: boolean | undefined
  isDisabled?: boolean | undefined
  conditional?: Child
  label?: Omit<Piece, 'text'> | undefined
  attributes?: Attributes | undefined
}

/** A word such as "or" between two choices. */
export interface Divider {
  divider: string
}

export interface ChoicesOptions extends Omit<FieldOptions, 'label' | 'id'> {
  /** The first choice has this id, the next `id-2` and so on. The name, unless it is given. */
  idPrefix?: string | undefined
  /** The question. Without it the choices stand alone, as inside another fieldset. */
  legend?: Slot<LegendPiece>
  fieldset?: Omit<FieldsetOptions, 'legend'> | undefined
}

interface Kind {
  block: 'govuk-radios' | 'govuk-checkboxes'
  type: 'radio' | 'checkbox'
}

/** The frame that radios and checkboxes share: fieldset, hint, error, and the list. */
export function ChoiceGroup({
  block,
  options,
  children,
}: {
  block: Kind['block']
  options: ChoicesOptions
  children: Child
}) {
  const id = options.idPrefix || options.name
  const inner = (
    <>
      <HintAndError id={id} hint={options.hint} error={options.error} />
      <div class={classNames(block, options.class)} {...options.attributes} data-module={block}>
        {options.before}
        {children}
        {options.after}
      </div>
    </>
  )
  if (!hasFieldset(options)) return <Group {...options}>{inner}</Group>

  const outside = options.fieldset?.describedBy || options.describedBy
  return (
    <Group {...options}>
      <Fieldset
        {...options.fieldset}
        legend={options.legend}
        describedBy={describedBy(id, { ...options, describedBy: outside })}
      >
        {inner}
      </Fieldset>
    </Group>
  )
}

export function hasFieldset({ legend, fieldset }: ChoicesOptions): boolean {
  return Boolean(fieldset || pieceOf(legend))
}

/** One radio or checkbox with its label, hint, and what it reveals. */
export function Choice(
  props: Kind & {
    item: ChoiceItem
    id: string
    name: string
    isChecked: boolean
    behaviour?: string | undefined
    describedBy?: string | undefined
  },
) {
  const { block, item, id } = props
  const hint: Piece | undefined = pieceOf(item.hint)
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={props.name}
          type={props.type}
          value={item.value}
          checked={props.isChecked}
          disabled={item.isDisabled}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          data-behaviour={props.behaviour}
          aria-describedby={idList(props.describedBy, hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label for={id} class={classNames(`${block}__label`, item.label?.class)} attributes={item.label?.attributes}>
          {item.text}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class={classNames(`${block}__hint`, hint.class)} attributes={hint.attributes}>
            {hint.text}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classNames(`${block}__conditional`, !props.isChecked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The id of the nth choice, the first without a number so that the error summary can link to it. */
export function choiceId(options: ChoicesOptions, item: ChoiceItem, index: number): string {
  return item.id || (options.idPrefix || options.name) + (index > 0 ? `-${index + 1}` : '')
}
