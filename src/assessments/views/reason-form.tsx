import { newId } from '../../platform/ids.ts'
import { Button, Radios } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

export interface ReasonFormProps {
  locale: Locale
  action: string
  legend: string
  button: string
  items: { value: string; text: string }[]
  /** Hidden fields that go with the reason. */
  fields?: Record<string, string>
  /** Tells several forms of one page apart. */
  idPrefix?: string
  isMissing?: boolean | undefined
}

/** A choice of reasons and a button: why an assessment is skipped or set aside. */
export function ReasonForm(props: ReasonFormProps) {
  return (
    <form method="post" action={props.action} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Radios
        name="reason"
        idPrefix={props.idPrefix ?? 'reason'}
        legend={{ text: props.legend, size: 's' }}
        items={props.items}
        error={props.isMissing ? words(props.locale)('reason.missing') : undefined}
        isSmall
      />
      <Button kind="secondary">{props.button}</Button>
    </form>
  )
}
