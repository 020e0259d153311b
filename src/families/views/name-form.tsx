import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, Input, problemOf, Radios, Section, Select } from '../../platform/web/components/index.ts'
import { blankForm, typedList, typedText } from '../../platform/web/form.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { consentWays, relations, shares, ways } from '../kinds.ts'
import { words } from '../words.ts'
import type { FamilyProps } from './family-page.tsx'

/** The person names somebody, together with their worker. */
export function NameForm({ page, frame, unsent }: FamilyProps) {
  const say = words(page.locale)
  const name = frame.calledName
  const form = unsent.at === 'new' ? unsent.form : blankForm
  const field = (of: string) => ({ name: of, value: typedText(form, of), error: problemOf(form.problems, of, say) })
  return (
    <Section id="h-new" title={say('new')}>
      <p class="govuk-body">{say('new.text', { name })}</p>
      <form method="post" action={`/cases/${frame.caseId}/family`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input {...field('name')} label={say('new.name')} autocomplete="off" />
        <Select
          {...field('relation')}
          label={say('new.relation', { name })}
          items={[
            { value: '', text: say('choose') },
            ...relations.map((value) => ({ value, text: say(`relation.${value}`) })),
          ]}
        />
        <Checkboxes
          name="shares"
          legend={say('new.shares', { name })}
          hint={say('new.shares-hint')}
          values={typedList(form, 'shares')}
          items={shares.map((value) => ({ value, text: say(`share.${value}`) }))}
        />
        <Radios
          {...field('way')}
          legend={say('new.way')}
          items={ways.map((value) => ({ value, text: say(`way.${value}`) }))}
        />
        <Input {...field('toAddress')} label={say('new.address')} hint={say('new.address-hint')} autocomplete="off" />
        <Radios
          {...field('locale')}
          legend={say('new.locale')}
          items={locales.map((value) => ({ value, text: localeNames[value] }))}
        />
        <Radios
          {...field('consentHow')}
          legend={say('new.consent', { name })}
          items={consentWays.map((value) => ({ value, text: say(`consent.${value}`) }))}
        />
        <Button preventDoubleClick>{say('new.save')}</Button>
      </form>
    </Section>
  )
}
