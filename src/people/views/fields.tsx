import { Checkboxes, DateInput, Input, problemOf, Radios, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { accessNeeds, sexes } from '../record-choices.ts'
import { words } from '../words.ts'

export type RecordForm = Pick<FormState<unknown>, 'typed' | 'problems'>

export const sayerOf = (locale: Locale) => (key: string) => words(locale)(key as 'problem.long')

/** The fields of who somebody is: the same when adding and when correcting. */
export function RecordFieldset({ locale, form }: { locale: Locale; form: RecordForm }) {
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, sayerOf(locale))
  const value = (field: string) => typedText(form, field)
  const isPhoneClosed = value('phone-is-closed') !== '' // how to reach somebody is another part of the case
  const born = { day: value('bornOn-day'), month: value('bornOn-month'), year: value('bornOn-year') }
  return (
    <>
      <Input
        name="givenName"
        label={say('field.givenName')}
        error={error('givenName')}
        value={value('givenName')}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="middleNames"
        label={say('field.middleNames')}
        error={error('middleNames')}
        value={value('middleNames')}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="familyName"
        label={say('field.familyName')}
        error={error('familyName')}
        value={value('familyName')}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="chosenName"
        label={say('field.chosenName')}
        hint={say('field.chosenName-hint')}
        error={error('chosenName')}
        value={value('chosenName')}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <DateInput
        name="bornOn"
        legend={say('field.bornOn')}
        hint={say('field.bornOn-hint')}
        values={born}
        error={error('bornOn')}
      />
      <Radios
        name="sex"
        legend={say('field.sex')}
        isInline
        items={sexes.map((sex) => ({ value: sex, text: say(`sex.${sex}`) }))}
        value={value('sex')}
      />
      <Input
        name="nationality"
        label={say('field.nationality')}
        error={error('nationality')}
        value={value('nationality')}
        width={20}
        autocomplete="off"
      />
      <Input
        name="languages"
        label={say('field.languages')}
        hint={say('field.languages-hint')}
        error={error('languages')}
        value={value('languages')}
        width={20}
        autocomplete="off"
      />
      <Input
        name="interpreterLanguage"
        label={say('field.interpreterLanguage')}
        hint={say('field.interpreterLanguage-hint')}
        error={error('interpreterLanguage')}
        value={value('interpreterLanguage')}
        width={20}
        autocomplete="off"
      />
      <Checkboxes
        name="accessNeeds"
        legend={say('field.accessNeeds')}
        items={accessNeeds.map((need) => ({ value: need, text: say(`need.${need}`) }))}
        values={typedList(form, 'accessNeeds')}
        isSmall
      />
      {isPhoneClosed && <input type="hidden" name="phone-is-closed" value="yes" />}
      {!isPhoneClosed && (
        <Input
          name="phone"
          label={say('field.phone')}
          error={error('phone')}
          value={value('phone')}
          type="tel"
          width={20}
          autocomplete="off"
        />
      )}
      <Textarea
        name="goodToKnow"
        label={say('field.goodToKnow')}
        hint={say('field.goodToKnow-hint')}
        error={error('goodToKnow')}
        value={value('goodToKnow')}
        rows={3}
      />
    </>
  )
}
