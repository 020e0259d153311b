import { DateInput, Input, problemOf, Select } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

export interface AppointmentChoices {
  pathways: readonly { code: string; name: string }[]
  agencies: readonly { id: string; name: string }[]
  workers: readonly { accountId: string; agencyId: string; name: string; agencyName: string }[]
}

interface AppointmentFieldsProps extends AppointmentChoices {
  locale: Locale
  calledName: string
  form: { typed: Typed; problems: Problem[] }
}

/** What an appointment is made of. */
export function AppointmentFields(props: AppointmentFieldsProps) {
  const { locale, calledName, form, pathways } = props
  const say = words(locale)
  const field = (name: string) => ({
    name,
    value: typedText(form, name),
    error: problemOf(form.problems, name, say),
  })
  return (
    <>
      <Input {...field('title')} label={{ text: say('form.title'), size: 'm' }} hint={say('form.title-hint')} />
      <DateInput
        name="day"
        legend={{ text: say('form.day'), size: 'm' }}
        values={dayBoxes(form, 'day')}
        error={problemOf(form.problems, 'day', say)}
      />
      <Input {...field('time')} label={{ text: say('form.time'), size: 'm' }} hint={say('form.time-hint')} width={5} />
      <Input {...field('lengthInMinutes')} label={say('form.length')} width={4} inputMode="numeric" />
      <Select {...field('with')} label={{ text: say('form.with'), size: 'm' }} items={whomItems(props)} />
      <Input {...field('withName')} label={say('form.with-name')} width={20} />
      <Input {...field('place')} label={{ text: say('form.place'), size: 'm' }} hint={say('form.place-hint')} />
      <Input {...field('bring')} label={say('form.bring', { name: calledName })} />
      <Select
        {...field('pathway')}
        label={say('form.pathway')}
        items={[
          { value: '', text: say('form.pathway-none') },
          ...pathways.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
    </>
  )
}

function whomItems({ locale, workers, agencies }: AppointmentFieldsProps) {
  const say = words(locale)
  return [
    { value: '', text: say('form.with-nobody') },
    ...workers.map(({ accountId, agencyId, name, agencyName: agency }) => ({
      value: `worker:${agencyId}:${accountId}`,
      text: say('line.with-agency', { name, agency }),
    })),
    ...agencies.map(({ id, name: agency }) => ({ value: `agency:${id}`, text: say('form.agency', { agency }) })),
  ]
}
