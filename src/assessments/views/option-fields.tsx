import { Checkboxes, Details, Fieldset, Input, problemOf, Select } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { Say } from '../words.ts'

interface Props {
  say: Say
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  rows: number
}

const languages = ['en', 'it', 'nl'] as const

/** The answers to choose from, each in three languages, and the need that an answer raises. */
export function OptionFields({ say, form, rows }: Props) {
  return (
    <Fieldset legend={{ text: say('edit.options'), size: 'm' }}>
      <p class="govuk-hint">{say('edit.options-lead')}</p>
      {Array.from({ length: rows }, (_, index) => (
        <OptionRow say={say} form={form} index={index} />
      ))}
    </Fieldset>
  )
}

function OptionRow({ say, form, index }: Omit<Props, 'rows'> & { index: number }) {
  const id = `option-${index}`
  const typed = (field: string) => typedText(form, `${id}-${field}`)
  const error = (field: string) => problemOf(form.problems, `${id}-${field}`, say as (key: string) => string)
  const hasNeed = languages.some((language) => typed(`need-${language}`) !== '')
  return (
    <Fieldset legend={{ text: say('edit.option', { number: index + 1 }), size: 's' }}>
      <input type="hidden" name={`${id}-code`} value={typed('code')} />
      {languages.map((language) => (
        <Input
          name={`${id}-${language}`}
          label={say(`edit.${language}`)}
          value={typed(language)}
          error={error(language)}
        />
      ))}
      {typed('code') !== '' && (
        <Checkboxes
          name={`${id}-remove`}
          isSmall
          items={[{ value: 'yes', text: say('edit.remove') }]}
          values={[typed('remove')]}
        />
      )}
      <Details summary={say('edit.need')} isOpen={hasNeed}>
        {languages.map((language) => (
          <Input
            name={`${id}-need-${language}`}
            label={say(`edit.${language}`)}
            value={typed(`need-${language}`)}
            error={error(`need-${language}`)}
          />
        ))}
        <Select
          name={`${id}-need-urgency`}
          label={say('edit.need-urgency')}
          items={(['BEFORE_RELEASE', 'NOW'] as const).map((value) => ({ value, text: say(`edit.need-${value}`) }))}
          value={typed('need-urgency')}
        />
        <Input
          name={`${id}-need-days`}
          label={say('edit.need-days')}
          width={4}
          inputMode="numeric"
          value={typed('need-days')}
        />
      </Details>
    </Fieldset>
  )
}
