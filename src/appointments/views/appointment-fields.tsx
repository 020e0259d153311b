import { DateInput, Input, problemOf, Radios, Select } from '../../platform/web/components/index.ts'
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
  /** Not yet booked: it can be repeated. */
  isNew?: boolean | undefined
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
      <WhichTime {...props} />
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
      {props.isNew && (
        <>
          <Select
            {...field('repeat')}
            label={say('form.repeat')}
            items={[
              { value: '', text: say('form.repeat-no') },
              ...(['7', '14', '28'] as const).map((value) => ({ value, text: say(`form.repeat-${value}`) })),
            ]}
          />
          <Input
            {...field('times')}
            label={say('form.times')}
            hint={say('form.times-hint')}
            width={3}
            inputMode="numeric"
          />
        </>
      )}
    </>
  )
}

/** In the night when the clocks go back a time is there twice: which of the two is asked only then. */
function WhichTime({ locale, form }: AppointmentFieldsProps) {
  const say = words(locale)
  const error = problemOf(form.problems, 'whichTime', say)
  const value = typedText(form, 'whichTime')
  if (!error && value === '') return null
  const items = (['first', 'second'] as const).map((each) => ({ value: each, text: say(`form.which-${each}`) }))
  return <Radios name="whichTime" legend={say('form.which')} isSmall value={value} error={error} items={items} />
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
