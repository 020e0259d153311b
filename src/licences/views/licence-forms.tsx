import { newId } from '../../platform/ids.ts'
import {
  Button,
  DateInput,
  Input,
  problemOf,
  Radios,
  Section,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { typedText } from '../../platform/web/form.ts'
import { allCodes } from '../condition-codes.ts'
import { words } from '../words.ts'
import type { LicenceProps } from './licence-page.tsx'

/** A condition, or all the standard ones at once. */
export function ConditionForm({ page, frame, form }: LicenceProps) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const day = (name: string) => ({ name, values: dayBoxes(form, name), error: problemOf(form.problems, name, say) })
  const items = [
    { value: 'ALL_STANDARD', text: say('form.all-standard') },
    ...allCodes.map((code) => ({ value: code, text: say(`code.${code}`) })),
  ]
  return (
    <Section id="h-add" title={say('form.title')}>
      <form method="post" action={`/cases/${frame.caseId}/licence`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select {...field('code')} label={say('form.code')} items={items} />
        <Textarea {...field('words')} label={say('form.words')} hint={say('form.words-hint')} rows={3} />
        <DateInput {...day('from')} legend={say('form.from')} />
        <DateInput {...day('until')} legend={say('form.until')} />
        <Input {...field('curfewFrom')} label={say('form.curfew-from')} width={5} />
        <Input {...field('curfewUntil')} label={say('form.curfew-until')} width={5} />
        <Button>{say('form.save')}</Button>
      </form>
    </Section>
  )
}

/** That the conditions were explained, how, and whether they were understood. */
export function ExplainedForm({ page, frame, form }: LicenceProps) {
  const say = words(page.locale)
  const hows = ['TOGETHER', 'INTERPRETER', 'PHONE'] as const
  return (
    <Section id="h-explained" title={say('explain.title')}>
      <form method="post" action={`/cases/${frame.caseId}/licence/explained`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="how"
          legend={say('explain.how')}
          value={typedText(form, 'how')}
          error={problemOf(form.problems, 'how', say)}
          items={hows.map((how) => ({ value: how, text: say(`how.${how}`) }))}
        />
        <Radios
          name="isUnderstood"
          legend={say('explain.understood', { name: frame.calledName })}
          value={typedText(form, 'isUnderstood')}
          error={problemOf(form.problems, 'isUnderstood', say)}
          items={[
            { value: 'yes', text: say('explain.yes') },
            { value: 'no', text: say('explain.no') },
          ]}
        />
        <Button kind="secondary">{say('explain.save')}</Button>
      </form>
    </Section>
  )
}
