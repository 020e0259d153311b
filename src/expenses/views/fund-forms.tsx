import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Input, problemOf, Select } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { ways } from '../kinds.ts'
import { words } from '../words.ts'
import type { FundsPageProps } from './funds-page.tsx'
import { fieldsOf } from './parts.tsx'

type Props = Pick<FundsPageProps, 'page' | 'form'>

export function FundForm({ page, form }: Props) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <form method="post" action="/expenses/funds" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input label={say('funds.name')} {...field('name')} />
      <Select
        label={say('funds.currency')}
        items={[
          { value: 'GBP', text: 'GBP' },
          { value: 'EUR', text: 'EUR' },
        ]}
        {...field('currency')}
      />
      <Input label={say('funds.amount')} width={10} inputMode="decimal" {...field('amount')} />
      <Day name="startsOn" label={say('funds.from')} page={page} form={form} />
      <Day name="endsOn" label={say('funds.until')} hint={say('funds.until-hint')} page={page} form={form} />
      <Input label={say('funds.holder')} {...field('debtorName')} />
      <Input label={say('funds.iban')} spellcheck={false} {...field('debtorIban')} />
      <Button kind="secondary">{say('funds.add')}</Button>
    </form>
  )
}

export function RateForm({ page, form }: Props) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <form method="post" action="/expenses/rates" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        label={say('journey.way')}
        items={ways.map((value) => ({ value, text: say(`way.${value}`) }))}
        {...field('way')}
      />
      <Input label={say('rates.rate')} width={4} inputMode="numeric" {...field('rate')} />
      <Select
        label={say('rates.unit')}
        items={(['MILE', 'KM'] as const).map((value) => ({ value, text: say(`unit.${value}`) }))}
        {...field('unit')}
      />
      <Day name="fromOn" label={say('funds.from')} page={page} form={form} />
      <Input label={say('rates.source')} {...field('source')} />
      <Button kind="secondary">{say('rates.set')}</Button>
    </form>
  )
}

function Day({ page, form, name, label, hint }: Props & { name: string; label: string; hint?: string }) {
  const say = words(page.locale)
  return (
    <DateInput
      name={name}
      legend={label}
      hint={hint}
      values={dayBoxes(form, name)}
      error={problemOf(form.problems, name, say)}
    />
  )
}
