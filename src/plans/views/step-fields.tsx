import { DateInput, Input, problemOf, Select } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import type { OpenNeed } from '../queries/steps.ts'
import { words } from '../words.ts'

export interface StepChoices {
  pathways: readonly { code: string; name: string }[]
  agencies: readonly { id: string; name: string }[]
  workers: readonly { accountId: string; agencyId: string; name: string; agencyName: string }[]
  needs: readonly OpenNeed[]
}

interface StepFieldsProps extends StepChoices {
  locale: Locale
  calledName: string
  form: { typed: Typed; problems: Problem[] }
}

/** What a step is made of. */
export function StepFields({ locale, calledName, form, pathways, agencies, workers, needs }: StepFieldsProps) {
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <>
      <Input
        name="title"
        label={{ text: say('form.title'), size: 'm' }}
        hint={say('form.title-hint')}
        value={typedText(form, 'title')}
        error={error('title')}
      />
      <Select
        name="owner"
        label={{ text: say('form.owner'), size: 'm' }}
        value={typedText(form, 'owner')}
        error={error('owner')}
        items={[
          { value: '', text: '' },
          { value: 'person', text: calledName },
          ...workers.map(({ accountId, agencyId, name, agencyName: agency }) => ({
            value: `worker:${agencyId}:${accountId}`,
            text: say('owner.worker', { name, agency }),
          })),
          ...agencies.map(({ id, name: agency }) => ({
            value: `agency:${id}`,
            text: say('owner.group-agency', { agency }),
          })),
        ]}
      />
      <DateInput
        name="dueOn"
        legend={{ text: say('form.due'), size: 'm' }}
        values={dayBoxes(form, 'dueOn')}
        error={error('dueOn')}
      />
      <Select
        name="pathway"
        label={say('form.pathway')}
        value={typedText(form, 'pathway')}
        error={error('pathway')}
        items={[
          { value: '', text: say('form.pathway-none') },
          ...pathways.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      {needs.length > 0 && (
        <Select
          name="needId"
          label={say('form.need')}
          value={typedText(form, 'needId')}
          error={error('needId')}
          items={[
            { value: '', text: say('form.need-none') },
            ...needs.map(({ id, words: text }) => ({ value: id, text })),
          ]}
        />
      )}
    </>
  )
}
