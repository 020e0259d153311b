import { type Attributes, classNames, pieceOf } from './attributes.ts'
import type { ChoicesOptions } from './choices.tsx'
import { describedBy, Group, HintAndError } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Input, type InputProps } from './input.tsx'
import { useWords } from './page-locale.ts'

/** One box of a date. `hasError` marks it alone; when no box says so, an error marks them all. */
export interface DatePart {
  name: 'day' | 'month' | 'year' | (string & {})
  label?: string | undefined
  id?: string | undefined
  value?: string | number | undefined
  hasError?: boolean | undefined
  class?: string | undefined
  width?: 2 | 4 | undefined
  autocomplete?: string | undefined
  inputMode?: InputProps['inputMode']
  pattern?: string | undefined
  attributes?: Attributes | undefined
}

export interface DateInputProps extends Omit<ChoicesOptions, 'idPrefix' | 'name'> {
  /** The boxes are named `name-day`, `name-month`, `name-year`; the first box has the name itself as id. */
  name?: string | undefined
  /** Given to the row of boxes, which are then called `id-day` and so on. */
  id?: string | undefined
  values?: { day?: string | number; month?: string | number; year?: string | number } | undefined
  parts?: readonly DatePart[] | undefined
}

/** A day in three boxes, typed as it is said. */
export function DateInput(props: DateInputProps) {
  const words = useWords()
  const id = props.id ?? props.name ?? ''
  const parts = props.parts ?? [
    { name: 'day', label: words('day') },
    { name: 'month', label: words('month') },
    { name: 'year', label: words('year') },
  ]
  const isAnyMarked = parts.some((part) => part.hasError)
  const isMarked = (part: DatePart) =>
    part.hasError || (part.hasError !== false && Boolean(pieceOf(props.error)) && !isAnyMarked)
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <div class={classNames('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {props.before}
        {parts.map((part, index) => (
          <Part {...part} id={part.id ?? partId(props, part, index)} isMarked={isMarked(part)} of={props} />
        ))}
        {props.after}
      </div>
    </>
  )
  if (!props.fieldset && !pieceOf(props.legend)) return <Group {...props}>{inner}</Group>

  // Without the role JAWS does not read the description of a fieldset of text boxes.
  const described = describedBy(id, { hint: props.hint, error: props.error, describedBy: props.fieldset?.describedBy })
  return (
    <Group {...props}>
      <Fieldset {...props.fieldset} role="group" legend={props.legend} describedBy={described}>
        {inner}
      </Fieldset>
    </Group>
  )
}

function Part({ of, isMarked, ...part }: DatePart & { of: DateInputProps; isMarked: boolean }) {
  const { name, label, id, width, autocomplete, inputMode = 'numeric', pattern, attributes } = part
  const known = of.values?.[name as 'day' | 'month' | 'year']
  return (
    <div class="govuk-date-input__item">
      <Input
        id={id}
        name={of.name ? `${of.name}-${name}` : name}
        label={{ text: label ?? name, class: 'govuk-date-input__label' }}
        class={classNames(
          'govuk-date-input__input',
          isMarked && 'govuk-input--error',
          `govuk-input--width-${width ?? (name === 'year' ? 4 : 2)}`,
          part.class,
        )}
        value={part.value ?? known}
        {...{ autocomplete, inputMode, pattern, attributes }}
      />
    </div>
  )
}

/** The summary of problems links to the name, so without an id of its own the first box answers to it. */
function partId({ id, name }: DateInputProps, part: DatePart, index: number): string {
  if (id) return `${id}-${part.name}`
  return index === 0 && name ? name : `${name}-${part.name}`
}
