import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, Input, PageHead, ProblemSummary, problemOf, Radios,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { currencies, results } from '../results.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where a manager keeps a contract: who pays, when, how long people are followed, and what a result is worth. */
export function ContractFormPage({ page, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const day = (name: string) => ({
    name,
    values: dayBoxes(form, name),
    error: problemOf(form.problems, name, say),
  })
  return (
    <Layout page={page} title={say('add')} hasProblems={form.problems.length > 0}>
      <BackLink href="/contracts">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('add')} sub={say('form.sub')} />
      <form method="post" action="/contracts" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input {...field('title')} label={say('form.title')} />
        <Input {...field('funder')} label={say('form.funder')} />
        <DateInput {...day('fromOn')} legend={say('form.from')} />
        <DateInput {...day('untilOn')} legend={say('form.until')} />
        <Radios
          {...field('currency')}
          legend={say('form.currency')}
          items={currencies.map((value) => ({ value, text: say(`currency.${value}`) }))}
        />
        {results.map((result) => (
          <Input
            {...field(`price-${result}`)}
            label={say('form.price', { result: say(`result.${result}`) })}
            hint={say(`form.means.${result}`)}
            width={10}
            inputMode="decimal"
          />
        ))}
        <Input
          {...field('followDays')}
          label={say('form.days')}
          hint={say('form.days-hint')}
          width={4}
          inputMode="numeric"
        />
        <Button preventDoubleClick>{say('form.keep')}</Button>
      </form>
    </Layout>
  )
}
