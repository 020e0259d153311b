import { problemOf, Select } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { choices } from '../allocate-cases.ts'
import { words } from '../words.ts'

/** Why it is somebody else than the first who is suggested. */
export function WhySelect({ locale, form }: { locale: Locale; form: FormState<unknown> }) {
  const say = words(locale)
  return (
    <Select
      name="why"
      label={say('un.why')}
      value={typedText(form, 'why')}
      error={problemOf(form.problems, 'why', say)}
      items={[
        { value: '', text: say('un.why-none') },
        ...choices.map((choice) => ({ value: choice, text: say(`choice.${choice}`) })),
      ]}
    />
  )
}
