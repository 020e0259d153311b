import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import {
  Button,
  Details,
  Empty,
  PageHead,
  PrintButton,
  Section,
  StepList,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Step } from '../queries/steps.ts'
import { isClosed } from '../step-states.ts'
import { words } from '../words.ts'
import { stepLine } from './step-line.tsx'

interface PlanPageProps {
  page: PageContext
  frame: CaseFrame
  steps: readonly Step[]
  pathways: readonly { code: string; name: string }[]
}

/** The whole plan by pathway: what is open, and folded what was closed. */
export function PlanPage({ page, frame, steps, pathways }: PlanPageProps) {
  const say = words(page.locale)
  const groups = [...pathways, { code: '', name: say('plan.no-pathway') }]
    .map(({ code, name }) => ({ code, name, steps: steps.filter((step) => (step.pathway ?? '') === code) }))
    .filter((group) => group.steps.length > 0)
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={say('plan.title')}>
      <PageHead
        title={say('plan.title')}
        sub={say('plan.sub', { name: frame.calledName })}
        actions={
          <>
            <PrintButton>{say('plan.print')}</PrintButton>
            {mayWrite(frame, 'plan') && <Button href={`/cases/${frame.caseId}/steps/new`}>{say('plan.add')}</Button>}
          </>
        }
      />
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'plan') && steps.length === 0 && (
        <Empty title={say('plan.empty')}>
          <p class="govuk-body">{say('plan.empty-text')}</p>
        </Empty>
      )}
      {groups.map((group) => (
        <Group page={page} frame={frame} {...group} />
      ))}
    </CaseLayout>
  )
}

function Group(props: { page: PageContext; frame: CaseFrame; code: string; name: string; steps: readonly Step[] }) {
  const { page, frame, code, name, steps } = props
  const say = words(page.locale)
  const line = (step: Step) =>
    stepLine(step, {
      locale: page.locale,
      today: dayAt(page.now),
      calledName: frame.calledName,
      mayWrite: mayWrite(frame, 'plan'),
      from: 'plan',
    })
  const open = steps.filter(({ status }) => !isClosed(status))
  const closed = steps.filter(({ status }) => isClosed(status))
  return (
    <Section id={`h-${code || 'other'}`} title={name}>
      {open.length > 0 ? <StepList steps={open.map(line)} /> : <p class="govuk-body">{say('plan.none-open')}</p>}
      {closed.length > 0 && (
        <Details summary={say('plan.closed', { count: closed.length })}>
          <StepList steps={closed.map(line)} />
        </Details>
      )}
    </Section>
  )
}
