import {
  Checkboxes,
  DateInput,
  Details,
  Input,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { isGoalClosed, planKinds } from '../goals/goal-states.ts'
import { leadKinds } from '../lead-times/lead-kinds.ts'
import type { Goal } from '../queries/goals.ts'
import type { OpenNeed, Step } from '../queries/steps.ts'
import { isClosed } from '../step-states.ts'
import { words } from '../words.ts'

export interface StepChoices {
  pathways: readonly { code: string; name: string }[]
  agencies: readonly { id: string; name: string }[]
  workers: readonly { accountId: string; agencyId: string; name: string; agencyName: string }[]
  needs: readonly OpenNeed[]
  goals: readonly Goal[]
  /** All steps of the plan. */
  steps: readonly Step[]
}

interface StepFieldsProps extends StepChoices {
  locale: Locale
  calledName: string
  /** The step itself, which cannot wait for itself. */
  stepId?: string | undefined
  form: { typed: Typed; problems: Problem[] }
}

/** What a step is made of. What is needed seldom is folded away. */
export function StepFields(props: StepFieldsProps) {
  const { locale, calledName, form, pathways, goals, needs } = props
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const open = goals.filter(({ status, id }) => !isGoalClosed(status) || id === typedText(form, 'goalId'))
  return (
    <>
      <Input
        name="title"
        label={{ text: say('form.title'), size: 'm' }}
        hint={say('form.title-hint')}
        value={typedText(form, 'title')}
        error={error('title')}
      />
      <Input
        name="doneWhen"
        label={say('form.done-when')}
        hint={say('form.done-when-hint')}
        value={typedText(form, 'doneWhen')}
        error={error('doneWhen')}
      />
      <Select
        name="owner"
        label={{ text: say('form.owner'), size: 'm' }}
        value={typedText(form, 'owner')}
        error={error('owner')}
        items={ownerItems(locale, calledName, props)}
      />
      <DateInput
        name="dueOn"
        legend={{ text: say('form.due'), size: 'm' }}
        values={dayBoxes(form, 'dueOn')}
        error={error('dueOn')}
      />
      {open.length > 0 && (
        <Select
          name="goalId"
          label={say('form.goal')}
          value={typedText(form, 'goalId')}
          error={error('goalId')}
          items={[
            { value: '', text: say('form.goal-none') },
            ...open.map(({ id, words: text }) => ({ value: id, text })),
          ]}
        />
      )}
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
      <Select
        name="leadKind"
        label={say('form.lead-kind')}
        hint={say('form.lead-kind-hint')}
        value={typedText(form, 'leadKind')}
        error={error('leadKind')}
        items={[
          { value: '', text: say('form.lead-none') },
          ...leadKinds.map((kind) => ({ value: kind, text: say(`lead.${kind}`) })),
        ]}
      />
      <Radios
        name="kind"
        legend={say('form.kind')}
        isSmall
        value={typedText(form, 'kind')}
        error={error('kind')}
        items={planKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
      />
      <StepTies {...props} />
    </>
  )
}

/** What comes before a step, and which agencies help or are told. */
function StepTies({ locale, form, steps, stepId, agencies, workers }: StepFieldsProps) {
  const say = words(locale)
  const waits = typedList(form, 'waitsFor')
  const [contributing, informed] = [typedList(form, 'contributingIds'), typedList(form, 'informedIds')]
  const others = steps.filter(({ id, status }) => id !== stepId && (!isClosed(status) || waits.includes(id)))
  const near = new Set([...workers.map(({ agencyId }) => agencyId), ...contributing, ...informed])
  // Agencies that work with the person come first.
  const listed = [...agencies].sort((one, other) => Number(near.has(other.id)) - Number(near.has(one.id)))
  const items = listed.map(({ id, name }) => ({ value: id, text: name }))
  const isUsed = waits.length + contributing.length + informed.length > 0
  return (
    <Details summary={say('form.ties')} isOpen={isUsed || form.problems.some(({ field }) => field === 'waitsFor')}>
      {others.length > 0 && (
        <Checkboxes
          name="waitsFor"
          legend={say('form.waits')}
          hint={say('form.waits-hint')}
          isSmall
          values={waits}
          error={problemOf(form.problems, 'waitsFor', say)}
          items={others.map(({ id, title: text }) => ({ value: id, text }))}
        />
      )}
      <Checkboxes
        name="contributingIds"
        legend={say('part.contributing')}
        isSmall
        values={contributing}
        items={items}
      />
      <Checkboxes name="informedIds" legend={say('part.informed')} isSmall values={informed} items={items} />
    </Details>
  )
}

/** Who a step can be given to: the person, the named workers, any agency. */
export function ownerItems(locale: Locale, calledName: string, { workers, agencies }: Owners) {
  const say = words(locale)
  return [
    { value: '', text: '' },
    { value: 'person', text: calledName },
    ...workers.map(({ accountId, agencyId, name, agencyName: agency }) => ({
      value: `worker:${agencyId}:${accountId}`,
      text: say('owner.worker', { name, agency }),
    })),
    ...agencies.map(({ id, name: agency }) => ({ value: `agency:${id}`, text: say('owner.group-agency', { agency }) })),
  ]
}

type Owners = Pick<StepChoices, 'workers' | 'agencies'>
