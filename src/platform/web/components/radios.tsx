import { classNames } from './attributes.ts'
import { Choice, ChoiceGroup, type ChoiceItem, type ChoicesOptions, choiceId, type Divider } from './choices.tsx'

export interface RadiosProps extends ChoicesOptions {
  items: readonly (ChoiceItem | Divider | false | null | undefined | '')[]
  /** The value that is chosen. */
  value?: string | number | undefined
  isInline?: boolean | undefined
  isSmall?: boolean | undefined
}

const block = 'govuk-radios'

/** One choice out of a few. */
export function Radios(props: RadiosProps) {
  const className = classNames(props.isSmall && `${block}--small`, props.isInline && `${block}--inline`, props.class)
  return (
    <ChoiceGroup block={block} options={{ ...props, class: className }}>
      {props.items.map((item, index) => {
        if (!item) return null
        if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>
        const isChecked = item.isChecked ?? (Boolean(props.value) && String(item.value) === String(props.value))
        const id = choiceId(props, item, index)
        return <Choice block={block} type="radio" item={item} id={id} name={props.name} isChecked={isChecked} />
      })}
    </ChoiceGroup>
  )
}
