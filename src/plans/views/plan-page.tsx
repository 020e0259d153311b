import { CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import {
  Button,
  Details,
  Empty,
  Link,
  PageHead,
  PlainTable,
  PrintButton,
  ProblemSummary,
  Section,
} from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { isGoalClosed } from '../goals/goal-states.ts'
import { progressOf } from '../progress.ts'
import type { WholePlan } from '../read-plan.ts'
import { contentOf, differencesBetween } from '../reviews/versions.ts'
import { words } from '../words.ts'
import { Attention } from './parts/attention.tsx'
import { Changes } from './parts/changes.tsx'
import { GoalPart, Steps } from './parts/goal-part.tsx'
import { ProgressLine } from './parts/progress-line.tsx'
import { Standing } from './parts/standing.tsx'

export interface PlanPageProps extends WholePlan {
  page: PageContext
  problems?: readonly Problem[] | undefined
}

/** The whole plan: what needs a person, what the person says to it, how far it is, goals with their steps, and the other steps. */
export function PlanPage(props: PlanPageProps) {
  const { page, frame, steps, goals, problems = [] } = props
  const say = words(page.locale)
  const isEmpty = steps.length === 0 && goals.length === 0
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={say('plan.title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead
        title={say('plan.title')}
        sub={say('plan.sub', { name: frame.calledName })}
        actions={
          <>
            <PrintButton>{say('plan.print')}</PrintButton>
            {mayWrite(frame, 'plan') && (
              <>
                <Button href={`/cases/${frame.caseId}/goals/new`}>{say('plan.add-goal')}</Button>
                <Button kind="secondary" href={`/cases/${frame.caseId}/steps/new`}>
                  {say('plan.add')}
                </Button>
              </>
            )}
          </>
        }
      />
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'plan') && isEmpty && (
        <Empty title={say('plan.empty')}>
          <p class="govuk-body">{say('plan.empty-text')}</p>
        </Empty>
      )}
      {sees(frame, 'plan') && !isEmpty && <Filled {...props} />}
    </CaseLayout>
  )
}

function Filled(props: PlanPageProps) {
  const { page, frame, steps, goals, pathways, reviews } = props
  const say = words(page.locale)
  const last = reviews[0]
  const loose = steps.filter(({ goalId }) => goalId === null)
  const groups = [...pathways, { code: '', name: say('plan.no-pathway') }]
    .map(({ code, name }) => ({ code, name, own: loose.filter((step) => (step.pathway ?? '') === code) }))
    .filter(({ own }) => own.length > 0)
  const closedGoals = goals.filter(({ status }) => isGoalClosed(status))
  return (
    <>
      <Places {...props} />
      <Attention {...props} />
      <Standing {...props} />
      {last?.content && (
        <Details summary={say('changes.title', { number: last.number })}>
          <Changes
            locale={page.locale}
            calledName={frame.calledName}
            differences={differencesBetween(last.content, contentOf(goals, steps))}
          />
        </Details>
      )}
      <ByPathway {...props} />
      {goals
        .filter(({ status }) => !isGoalClosed(status))
        .map((goal) => (
          <GoalPart {...props} goal={goal} />
        ))}
      {groups.map(({ code, name, own }) => (
        <Section id={`h-${code || 'other'}`} title={name}>
          <Steps {...props} own={own} />
        </Section>
      ))}
      {closedGoals.length > 0 && (
        <Details summary={say('plan.closed-goals', { count: closedGoals.length })}>
          {closedGoals.map((goal) => (
            <GoalPart {...props} goal={goal} />
          ))}
        </Details>
      )}
    </>
  )
}

/** Where else the plan is to be had. */
function Places({ page, frame }: PlanPageProps) {
  const say = words(page.locale)
  const plan = `/cases/${frame.caseId}/plan`
  return (
    <ul class="govuk-list tl-actions">
      {mayWrite(frame, 'plan') && (
        <li>
          <Link href={`${plan}/reviews/new`}>{say('plan.review', { name: frame.calledName })}</Link>
        </li>
      )}
      <li>
        <Link href={`${plan}/goals`}>{say('plan.one-page')}</Link>
      </li>
      <li>
        <Link href={`${plan}/summary`}>{say('plan.summary', { name: frame.calledName })}</Link>
      </li>
      <li>
        <Link href={`${plan}/funder-summary`}>{say('plan.funder')}</Link>
      </li>
    </ul>
  )
}

/** How far each pathway is, at a glance. */
function ByPathway({ page, steps, goals, pathways }: PlanPageProps) {
  const say = words(page.locale)
  const pathwayOf = (step: PlanPageProps['steps'][number]) =>
    step.pathway ?? goals.find(({ id }) => id === step.goalId)?.pathways[0] ?? ''
  const rows = [...pathways, { code: '', name: say('plan.no-pathway') }].flatMap(({ code, name }) => {
    const own = steps.filter((step) => pathwayOf(step) === code)
    const progress = progressOf(own)
    if (progress.all === 0) return []
    return [[{ text: name }, { text: <ProgressLine locale={page.locale} progress={progress} /> }]]
  })
  if (rows.length === 0) return null
  return (
    <PlainTable
      caption={say('progress.title')}
      captionClass="govuk-table__caption--m"
      firstCellIsHeader
      head={[{ text: say('form.pathway') }, { text: say('progress.how-far') }]}
      rows={rows}
    />
  )
}
