import type { Agency } from '../../agencies/index.ts'
import { EvidenceNavigation } from '../../context-events/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, Input, PageHead, ProblemSummary, problemOf, Radios, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { definitionNames } from '../definitions.ts'
import type { Target } from '../queries/targets.ts'
import { statuses } from '../rag.ts'
import { words } from '../words.ts'

type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

interface TargetFormProps {
  page: PageContext
  /** The one that is changed; none for a new one. */
  target?: Target | undefined
  agencies: readonly Agency[]
  form: Form
}

/** Where a coordinator says what is promised, and which rows count. */
export function TargetFormPage({ page, target, agencies, form }: TargetFormProps) {
  const say = words(page.locale)
  const title = say(target ? 'form.edit' : 'add')
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const day = (name: string) => ({
    name,
    values: dayBoxes(form, name),
    error: problemOf(form.problems, name, say),
  })
  const partners = agencies.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <Layout
      page={page}
      title={title}
      subNavigation={<EvidenceNavigation page={page} current="targets" />}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={target ? `/targets/${target.id}` : '/targets'}>{target?.name ?? say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('form.sub')} />
      <form method="post" action={target ? `/targets/${target.id}` : '/targets'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {target && <input type="hidden" name="version" value={typedText(form, 'version') || target.version} />}
        <Input {...field('name')} label={say('form.name')} hint={say('form.name-hint')} />
        <Radios
          {...field('definition')}
          legend={say('form.definition')}
          hint={say('form.definition-hint')}
          items={definitionNames.map((value) => ({
            value,
            text: say(`kind.${value}`),
            hint: say(`definition.${value}`),
          }))}
        />
        <Input
          {...field('amount')}
          label={say('form.amount')}
          hint={say('form.amount-hint')}
          width={10}
          inputMode="numeric"
        />
        <Select
          {...field('agencyId')}
          label={say('form.agency')}
          items={[{ value: '', text: say('form.choose') }, ...partners]}
        />
        <Select
          {...field('countedAgencyId')}
          label={say('form.counted')}
          items={[{ value: '', text: say('everybody') }, ...partners]}
        />
        <DateInput {...day('sinceOn')} legend={say('form.since')} />
        <DateInput {...day('dueOn')} legend={say('form.due')} />
        {target && <Input {...field('reason')} label={say('form.reason')} hint={say('form.reason-hint')} />}
        <Button preventDoubleClick>{say(target ? 'form.keep' : 'form.add')}</Button>
      </form>
    </Layout>
  )
}

/** A status by hand, with why. */
export function StatusForm({ page, target, form }: { page: PageContext; target: Target; form: Form }) {
  const say = words(page.locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  return (
    <form method="post" action={`/targets/${target.id}/status`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        name="status"
        legend={say('by-hand.status')}
        value={typedText(form, 'status')}
        error={error('status')}
        items={statuses.map((value) => ({ value, text: say(`status.${value}`) }))}
      />
      <Textarea
        name="reason"
        label={say('by-hand.why')}
        hint={say('by-hand.why-hint')}
        rows={3}
        value={typedText(form, 'reason')}
        error={error('reason')}
      />
      <Button preventDoubleClick>{say('by-hand.button')}</Button>
    </form>
  )
}

/** Takes a target off the list. */
export function RetireForm({ page, target, form }: { page: PageContext; target: Target; form: Form }) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/targets/${target.id}/retirement`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input
        name="retiredReason"
        label={say('retire.why')}
        value={typedText(form, 'retiredReason')}
        error={problemOf(form.problems, 'retiredReason', say)}
      />
      <Button kind="warning" preventDoubleClick>
        {say('retire.button')}
      </Button>
    </form>
  )
}
