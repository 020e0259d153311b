import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
  Status,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { agreements } from '../plan-answers.ts'
import type { OwnPlan, OwnStep } from '../queries/plan.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'
import { ShortLines } from './short-lines.tsx'

interface Props {
  page: PageContext
  plan: OwnPlan
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** The person's plan: their goals with the steps, who does what, and where they say whether they agree. */
export function OwnPlanPage(props: Props) {
  const { page, plan, form, isDone } = props
  const { locale } = page
  const say = words(locale)
  const loose = plan.steps.filter(({ goalId }) => !plan.goals.some(({ id }) => id === goalId))
  return (
    <PersonLayout page={page} title={say('plan.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('plan.said')}
        </p>
      )}
      {plan.goals.length + plan.steps.length === 0 && <p class="govuk-body-l">{say('record.plan-none')}</p>}
      {plan.goals.map((goal) => (
        <Section id={`goal-${goal.id}`} title={goal.words}>
          <p class="govuk-body">{say(`goal.${goal.status}`)}</p>
          <Steps page={page} steps={plan.steps.filter(({ goalId }) => goalId === goal.id)} />
        </Section>
      ))}
      {loose.length > 0 && (
        <Section id="loose" title={say('plan.loose')}>
          <Steps page={page} steps={loose} />
        </Section>
      )}
      {plan.review && (
        <p class="govuk-body-l">
          {say(plan.review.agreement === 'NOT_THERE' ? 'plan.reviewed-without' : 'plan.reviewed', {
            day: formatDay(locale, plan.review.on, 'long'),
          })}{' '}
          {plan.review.nextOn && say('plan.next', { day: formatDay(locale, plan.review.nextOn, 'long') })}
        </p>
      )}
      <Answer {...props} />
      <Replies {...props} />
    </PersonLayout>
  )
}

function Steps({ page: { locale }, steps }: { page: PageContext; steps: readonly OwnStep[] }) {
  const say = words(locale)
  if (steps.length === 0) return <p class="govuk-body-l">{say('plan.no-steps')}</p>
  return (
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {steps.map(({ title, dueOn, status, isOwn, who }) => (
        <li>
          <ShortLines
            lines={[
              title,
              isOwn ? say('record.you') : who ? say('plan.who', { who }) : say('plan.nobody'),
              dueOn && status !== 'COMPLETED' && say('record.by', { day: formatDay(locale, dueOn, 'long') }),
            ]}
          />
          {status === 'COMPLETED' && <br />}
          {status === 'COMPLETED' && <Status glyph="done">{say('plan.done')}</Status>}
        </li>
      ))}
    </ul>
  )
}

/** Whether the person agrees, and their own words: about the whole plan or one goal. */
function Answer({ page, plan, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="answer" title={say('plan.answer')}>
      <p class="govuk-body-l">{say('say.text')}</p>
      <form method="post" action="/me/plan" novalidate>
        {plan.goals.length > 0 && (
          <Select
            {...field('goalId')}
            label={say('plan.about')}
            items={[
              { value: '', text: say('plan.whole') },
              ...plan.goals.map(({ id, words: text }) => ({ value: id, text })),
            ]}
          />
        )}
        <Radios
          {...field('agreement')}
          legend={{ text: say('plan.agreement'), size: 'm' }}
          items={agreements.map((value) => ({ value, text: say(`agreement.${value}`) }))}
        />
        <Textarea {...field('words')} label={say('plan.words')} rows={5} />
        <Button preventDoubleClick>{say('say.button')}</Button>
      </form>
    </Section>
  )
}

function Replies({ page: { locale }, plan }: Props) {
  const say = words(locale)
  if (plan.replies.length === 0) return null
  return (
    <Section id="replies" title={say('plan.yours')}>
      {plan.replies.map(({ agreement, words: said, at, goal }) => (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            {formatDay(locale, dayAt(new Date(at)), 'long')}: {goal ?? say('plan.whole')}
          </p>
          {agreement && <p class="govuk-body-l">{say(`agreement.${agreement}`)}</p>}
          {said && <p class="govuk-body-l tl-kept">{said}</p>}
        </div>
      ))}
    </Section>
  )
}
