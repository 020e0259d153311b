import { EvidenceNavigation } from '../../context-events/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Checkboxes, DateInput, Details, ErrorMessage, Fieldset, Input, Link, PageHead, ProblemSummary, problemOf, Radios, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { designs, type Evaluation, subjects } from '../evaluation.ts'
import type { CountedMeasure } from '../measures.ts'
import { words } from '../words.ts'
import { SizeFields } from './size-parts.tsx'

interface Props {
  page: PageContext
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  measures: readonly CountedMeasure[]
  /** The plan that is changed; none where a new one is made. */
  evaluation?: Evaluation | undefined
}

/** A plan: the question, how it is asked, what is counted, of how many, when, and by whom. */
export function PlanFormPage(props: Props) {
  const { page, form, evaluation } = props
  const say = words(page.locale)
  const title = say(evaluation ? 'edit' : 'new')
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const day = (name: string) => ({ name, values: dayBoxes(form, name), error: problemOf(form.problems, name, say) })
  const href = evaluation ? `/evaluations/${evaluation.id}` : '/evaluations'
  return (
    <Layout
      page={page}
      title={title}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="evaluations" />}
    >
      <BackLink href={href}>{evaluation?.title ?? say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('form.sub')} />
      <form method="post" action={href} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {evaluation && <input type="hidden" name="version" value={typedText(form, 'version') || evaluation.version} />}
        <Radios
          {...field('about')}
          legend={say('form.about')}
          items={subjects.map((value) => ({ value, text: say(`about.${value}`) }))}
        />
        <Input {...field('title')} label={say('form.title')} hint={say('form.title-hint')} />
        <Textarea {...field('question')} label={say('form.question')} hint={say('form.question-hint')} rows={3} />
        <Radios
          {...field('design')}
          legend={say('form.design')}
          items={designs.map((value) => ({ value, text: say(`design.${value}`), hint: say(`design-hint.${value}`) }))}
        />
        <Measures {...props} />
        <Fieldset legend={{ text: say('form.people'), class: 'govuk-fieldset__legend--m' }}>
          <p class="govuk-body">
            {say('form.people-text')} <Link href="/evaluations/sample-size">{say('size.title')}</Link>
          </p>
          <SizeFields page={page} form={form} />
        </Fieldset>
        <DateInput {...day('fromOn')} legend={say('form.from')} />
        <DateInput {...day('untilOn')} legend={say('form.until')} />
        <Input {...field('ledBy')} label={say('form.led')} hint={say('form.led-hint')} />
        <Input {...field('approval')} label={say('form.approval')} hint={say('form.approval-hint')} />
        <Button preventDoubleClick>{say(evaluation ? 'form.change' : 'form.keep')}</Button>
      </form>
    </Layout>
  )
}

/** What can be counted; what the plan counts already stays, even where its reader may not see it. */
function Measures({ page, form, measures, evaluation }: Props) {
  const say = words(page.locale)
  const unseen = (evaluation?.measures ?? []).filter((key) => !measures.some((one) => one.key === key))
  if (measures.length + unseen.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{say('form.measures')}</h2>
        <p class="govuk-body">{say('form.measures-none')}</p>
      </>
    )
  const chosen = typedList(form, 'measures')
  const groups = kinds
    .map((kind) => measures.filter((measure) => measure.kind === kind))
    .filter((ofKind) => ofKind.length > 0)
  const error = problemOf(form.problems, 'measures', say)
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'} id="measures">
      <Fieldset legend={{ text: say('form.measures'), class: 'govuk-fieldset__legend--m' }}>
        <p class="govuk-hint">{say('form.measures-hint')}</p>
        {error && <ErrorMessage>{error}</ErrorMessage>}
        {groups.map((ofKind) => (
          <Details
            summary={say('form.measures-of', { kind: say(`kind.${ofKind[0]!.kind}`), count: ofKind.length })}
            isOpen={ofKind.some(({ key }) => chosen.includes(key)) || groups.length === 1}
          >
            <Checkboxes
              name="measures"
              idPrefix={`measures-${ofKind[0]!.kind}`}
              values={chosen}
              isSmall
              items={ofKind.map(({ key, name, value }) => ({ value: key, text: name, hint: value }))}
            />
          </Details>
        ))}
        {unseen.length > 0 && (
          <Checkboxes
            name="measures"
            idPrefix="measures-kept"
            legend={say('form.measures-kept')}
            values={chosen}
            isSmall
            items={unseen.map((value, nth) => ({ value, text: say('form.measure-unseen', { number: nth + 1 }) }))}
          />
        )}
      </Fieldset>
    </div>
  )
}

const kinds = ['TARGET', 'SURVEY', 'DISTANCE', 'COHORT'] as const
