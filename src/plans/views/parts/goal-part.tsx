import { mayWrite } from '../../../cases/index.ts'
import { Details, Link, Section, StatusTag, StepList } from '../../../platform/web/components/index.ts'
import { isGoalClosed } from '../../goals/goal-states.ts'
import { progressOf } from '../../progress.ts'
import type { Goal } from '../../queries/goals.ts'
import type { Step } from '../../queries/steps.ts'
import { isClosed } from '../../step-states.ts'
import { words } from '../../words.ts'
import type { PlanPageProps } from '../plan-page.tsx'
import { lineOf } from '../step-line.tsx'
import { ProgressLine } from './progress-line.tsx'

/** One goal in the person's own words, what it is about, how far it is, and its steps. */
export function GoalPart(props: PlanPageProps & { goal: Goal }) {
  const { page, frame, goal, steps, pathways } = props
  const say = words(page.locale)
  const own = steps.filter(({ goalId }) => goalId === goal.id)
  const about = pathways.filter(({ code }) => goal.pathways.includes(code)).map(({ name }) => name)
  const isOpen = !isGoalClosed(goal.status)
  return (
    <Section
      id={`goal-${goal.id}`}
      title={say('goal.quoted', { words: goal.words })}
      more={
        mayWrite(frame, 'plan') && (
          <Link href={`/goals/${goal.id}`}>
            {say('goal.open')}
            <span class="govuk-visually-hidden">: {goal.words}</span>
          </Link>
        )
      }
    >
      <p class="govuk-body tl-quiet">
        {goal.status !== 'ACTIVE' && <StatusTag>{say(`goal-status.${goal.status}`)}</StatusTag>}{' '}
        {[say(`kind.${goal.kind}`), ...about].join(', ')}
      </p>
      {goal.statusReason && <p class="govuk-body">{goal.statusReason}</p>}
      {own.length > 0 && (
        <div class="govuk-body">
          <ProgressLine locale={page.locale} progress={progressOf(own)} />
        </div>
      )}
      <Steps {...props} own={own} />
      {isOpen && mayWrite(frame, 'plan') && (
        <p class="govuk-body tl-actions">
          <Link href={`/cases/${frame.caseId}/steps/new?goal=${goal.id}`}>
            {say('goal.add-step')}
            <span class="govuk-visually-hidden">: {goal.words}</span>
          </Link>
        </p>
      )}
    </Section>
  )
}

/** Steps that are open, and folded those that are not. */
export function Steps({ own, ...props }: PlanPageProps & { own: readonly Step[] }) {
  const say = words(props.page.locale)
  const line = lineOf(props)
  const open = own.filter(({ status }) => !isClosed(status))
  const closed = own.filter(({ status }) => isClosed(status))
  return (
    <>
      {open.length > 0 ? <StepList steps={open.map(line)} /> : <p class="govuk-body">{say('plan.none-open')}</p>}
      {closed.length > 0 && (
        <Details summary={say('plan.closed', { count: closed.length })}>
          <StepList steps={closed.map(line)} />
        </Details>
      )}
    </>
  )
}
