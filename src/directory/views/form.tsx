import { pathwayLabel } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, ButtonGroup, Checkboxes, DateInput, Fieldset, Input, Link, ProblemSummary, problemOf, Radios, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { accessNeeds, sexes } from '../eligibility.ts'
import { serviceTypes, units } from '../listed-service.ts'
import { words } from '../words.ts'

export interface ServiceFormProps {
  page: PageContext
  form: { typed: Typed; problems: Problem[] }
  pathways: readonly string[]
  prisons: readonly { id: string; name: string }[]
  /** Whose entry it may be, when a coordinator adds one. */
  owners?: readonly { id: string; name: string }[] | undefined
  /** Of the entry that is changed. */
  entry?: { id: string; name: string; version: number } | undefined
}

/** Adds or changes an entry of the directory. */
export function ServiceFormPage(props: ServiceFormProps) {
  const { page, form, entry, owners } = props
  const say = words(page.locale)
  const title = entry ? say('form.change', { name: entry.name }) : say('form.add')
  const field = fieldsOf(props)
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={entry ? `/services/${entry.id}/edit` : '/services'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {entry && <input type="hidden" name="version" value={entry.version} />}
        <Fieldset legend={{ text: say('form.what'), size: 'm' }}>
          {field.text('name', 'form.name')}
          {owners &&
            field.select('owner', 'form.whose', [
              { value: '', text: say('form.choose') },
              { value: 'small', text: say('form.whose-small') },
              ...owners.map(({ id, name }) => ({ value: id, text: name })),
            ])}
          {field.text('providerName', 'form.provider')}
          {field.select('type', 'form.type', [
            { value: '', text: say('form.choose') },
            ...serviceTypes.map((value) => ({ value, text: say(`type.${value}`) })),
          ])}
          {field.boxes('pathways', 'form.pathways', props.pathways.map((value) => ({ value, text: pathwayLabel(page.locale, value) })))}
          {field.area('plainWords', 'form.plain-words', 'form.plain-words-hint')}
          {field.area('offers', 'form.offers', 'form.offers-hint')}
        </Fieldset>
        <Fieldset legend={{ text: say('form.whom'), size: 'm' }}>
          {field.boxes('sexes', 'form.sexes', sexes.map((value) => ({ value, text: say(`sex.${value}`) })), 'form.sexes-hint')}
          {field.number('minAge', 'form.min-age')}
          {field.number('maxAge', 'form.max-age')}
          {field.select('onLicence', 'form.licence', [
            { value: '', text: say('form.no-answer') },
            { value: 'yes', text: say('page.yes') },
            { value: 'no', text: say('page.no') },
          ])}
          {field.area('languages', 'form.languages', 'form.languages-hint')}
          {field.boxes('accessNeeds', 'form.access', accessNeeds.map((value) => ({ value, text: say(`access.${value}`) })))}
        </Fieldset>
        <Fieldset legend={{ text: say('form.where'), size: 'm' }}>
          <Radios
            name="isInPrison"
            legend={{ text: say('form.is-in-prison') }}
            items={[
              { value: 'no', text: say('form.outside') },
              { value: 'yes', text: say('form.in-prison') },
            ]}
            value={typedText(form, 'isInPrison')}
            error={problemOf(form.problems, 'isInPrison', say)}
          />
          {field.boxes('prisons', 'form.prisons', props.prisons.map(({ id, name }) => ({ value: id, text: name })), 'form.prisons-hint')}
          {field.text('place', 'form.place')}
          {field.area('areas', 'form.areas', 'form.areas-hint')}
        </Fieldset>
        <Fieldset legend={{ text: say('form.room'), size: 'm' }}>
          {field.select('unit', 'form.unit', units.map((value) => ({ value, text: say(`unit.${value}`) })))}
          {field.number('capacity', 'form.capacity')}
          {field.number('placesFree', 'form.free')}
          {field.number('waitInDays', 'form.wait', 'form.wait-hint')}
          {field.number('leadTimeInDays', 'form.lead')}
          <DateInput
            name="closedUntilOn"
            legend={{ text: say('form.closed') }}
            hint={say('form.closed-hint')}
            values={dayBoxes(form, 'closedUntilOn')}
            error={problemOf(form.problems, 'closedUntilOn', say)}
          />
        </Fieldset>
        <Fieldset legend={{ text: say('form.reach'), size: 'm' }}>
          {field.text('openingHours', 'form.hours')}
          {field.text('contact', 'form.contact')}
          {field.text('providerPhone', 'form.phone')}
          {field.text('providerEmail', 'form.email', 'form.email-hint')}
        </Fieldset>
        <ButtonGroup>
          <Button preventDoubleClick>{say('form.save')}</Button>
          <Link href={entry ? `/services/${entry.id}` : '/services'}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </Layout>
  ) // biome-ignore format: a field a line
}

/** The kinds of field that this form has, each with its words, what was typed, and what is wrong with it. */
function fieldsOf({ page, form }: ServiceFormProps) {
  const say = words(page.locale)
  type Key = Parameters<typeof say>[0]
  const common = (name: string, label: Key, hint?: Key) => ({
    name,
    label: say(label),
    ...(hint && { hint: say(hint) }),
    error: problemOf(form.problems, name, say),
    value: typedText(form, name),
  })
  return {
    text: (name: string, label: Key, hint?: Key) => <Input {...common(name, label, hint)} width={30} />,
    number: (name: string, label: Key, hint?: Key) => (
      <Input {...common(name, label, hint)} width={5} inputMode="numeric" />
    ),
    area: (name: string, label: Key, hint?: Key) => <Textarea {...common(name, label, hint)} rows={3} />,
    select: (name: string, label: Key, items: { value: string; text: string }[]) => (
      <Select {...common(name, label)} items={items} />
    ),
    boxes: (name: string, label: Key, items: { value: string; text: string }[], hint?: Key) => (
      <Checkboxes
        name={name}
        legend={{ text: say(label) }}
        {...(hint && { hint: say(hint) })}
        items={items}
        values={typedList(form, name)}
        error={problemOf(form.problems, name, say)}
        isSmall
      />
    ),
  }
}
