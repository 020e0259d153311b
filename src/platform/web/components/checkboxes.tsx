import { classNames } from './attributes.ts'
import {
  Choice,
  ChoiceGroup,
  type ChoiceItem,
  type ChoicesOptions,
  choiceId,
  type Divider,
  hasFieldset,
} from './choices.tsx'
import { describedBy } from './field.tsx'

/** A choice of several. `behaviour: 'exclusive'` is "none of these": choosing it clears the rest. */
export interface CheckboxItem extends ChoiceItem {
  name?: string | undefined
  behaviour?: 'exclusive' | undefined
}

export interface CheckboxesProps extends ChoicesOptions {
  items: readonly (CheckboxItem | Divider | false | null | undefined | '')[]
  /** The values that are chosen. */
  values?: readonly (string | number)[] | undefined
  isSmall?: boolean | undefined
}

const block = 'govuk-checkboxes'

/** Any number of choices. Never ticked before the person has answered. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.idPrefix || props.name
  const alone = hasFieldset(props) ? undefined : describedBy(id, props)
  return (
    <ChoiceGroup
      block={block}
      options={{ ...props, class: classNames(props.isSmall && `${block}--small`, props.class) }}
    >
      {props.items.map((item, index) => {
        if (!item) return null
        if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>
        const isChecked = item.isChecked ?? props.values?.map(String).includes(String(item.value)) ?? false
        const own = { id: choiceId(props, item, index), name: item.name || props.name, behaviour: item.behaviour }
        return <Choice block={block} type="checkbox" item={item} isChecked={isChecked} describedBy={alone} {...own} />
      })}
    </ChoiceGroup>
  )
}
