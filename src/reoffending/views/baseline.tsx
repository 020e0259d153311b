import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Details, Facts, Input, problemOf, Section, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { typedText } from '../../platform/web/form.ts'
import { percent, points } from '../figures.ts'
import { words } from '../words.ts'
import type { CohortProps } from './cohort-page.tsx'

/** What the cohort is compared with, its period and its method; and the form that sets another. */
export function BaselinePart(props: CohortProps) {
  const { page, baseline, form } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Section id="h-baseline" title={say('baseline.title')}>
      {baseline.state !== 'NONE' && <Told {...props} />}
      {baseline.state === 'NONE' && <p class="govuk-body">{say('baseline.none')}</p>}
      {baseline.state === 'HELD' && <p class="govuk-body">{say('baseline.held')}</p>}
      {baseline.state === 'SHOWN' && (
        <p class="govuk-body">
          {say('baseline.finding', {
            points: points(locale, baseline.difference),
            rate: percent(locale, baseline.rate),
          })}{' '}
          {baseline.interval
            ? say(isClear(baseline.interval) ? 'baseline.clear' : 'baseline.unclear', {
                lower: points(locale, baseline.interval.lower),
                upper: points(locale, baseline.interval.upper),
              })
            : say('baseline.no-interval')}
        </p>
      )}
      <Details
        summary={say(baseline.state === 'NONE' ? 'baseline.set' : 'baseline.change')}
        isOpen={form.problems.length > 0}
      >
        <BaselineForm {...props} />
      </Details>
    </Section>
  )
}

const isClear = ({ lower, upper }: { lower: number; upper: number }) => lower > 0 || upper < 0

function Told({ page: { locale }, baseline }: CohortProps) {
  const say = words(locale)
  if (baseline.state === 'NONE') return null
  const { baseTitle, from, to, method, people } = baseline.baseline
  const period = say('period', { from: formatDay(locale, from, 'full'), to: formatDay(locale, to, 'full') })
  const size = people === null ? [] : [{ term: say('baseline.people'), value: formatNumber(locale, people) }]
  return (
    <Facts
      facts={[
        { term: say('baseline.what'), value: baseTitle ?? say('baseline.published') },
        { term: say('baseline.period'), value: period },
        { term: say('baseline.method'), value: method },
        ...size,
      ]}
    />
  )
}

function BaselineForm({ page, cohort, others, form }: CohortProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const typed = (field: string) => ({ value: typedText(form, field), error: error(field) })
  const items = [
    { value: '', text: say('baseline.published') },
    ...others.map(({ id, title }) => ({ value: id, text: title })),
  ]
  return (
    <form method="post" action={`/reoffending/cohorts/${cohort.id}/baseline`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select name="baseId" label={say('baseline.what')} items={items} {...typed('baseId')} />
      <p class="govuk-body">{say('baseline.figure')}</p>
      <Input name="rate" label={say('baseline.rate')} suffix="%" width={4} inputMode="decimal" {...typed('rate')} />
      <Input
        name="people"
        label={say('baseline.people')}
        hint={say('baseline.people-hint')}
        width={5}
        inputMode="numeric"
        {...typed('people')}
      />
      <Input name="fromOn" label={say('baseline.from')} type="date" width={10} {...typed('fromOn')} />
      <Input name="toOn" label={say('baseline.to')} type="date" width={10} {...typed('toOn')} />
      <Textarea
        name="method"
        label={say('baseline.method')}
        hint={say('baseline.method-hint')}
        rows={3}
        {...typed('method')}
      />
      <Button kind="secondary">{say('baseline.save')}</Button>
    </form>
  )
}
