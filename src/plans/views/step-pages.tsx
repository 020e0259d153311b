import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Step } from '../queries/steps.ts'
import { isClosed } from '../step-states.ts'
import { words } from '../words.ts'
import { StepFacts } from './step-facts.tsx'
import { type StepChoices, StepFields } from './step-fields.tsx'
import { HowItStands, MoveForm } from './step-line.tsx'

interface FormProps extends StepChoices {
  page: PageContext
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
}

export function NewStepPage({ page, frame, form, ...choices }: FormProps) {
  const say = words(page.locale)
  const title = say('form.new')
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={`/cases/${frame.caseId}/steps`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <StepFields locale={page.locale} calledName={frame.calledName} form={form} {...choices} />
        <ButtonGroup>
          <Button>{say('form.save')}</Button>
          <Link href={`/cases/${frame.caseId}/plan`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

/** One step: how it stands, what it says, and who changed it. */
export function StepPage({ page, frame, form, step, ...choices }: FormProps & { step: Step }) {
  const say = words(page.locale)
  const at = formatAt(page.locale, step.madeAt)
  const isEditable = mayWrite(frame, 'plan')
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={step.title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={step.title}
        sub={say('form.made', { name: step.madeByName, agency: step.madeByAgencyName, at })}
      />
      <Section id="h-stands" title={say('form.stands')}>
        <p class="govuk-body">
          <HowItStands step={step} locale={page.locale} />
        </p>
        <StepFacts page={page} frame={frame} step={step} {...choices} />
        {isEditable && <Moves step={step} form={form} say={say} />}
      </Section>
      {isEditable && !isClosed(step.status) && (
        <Section id="h-step" title={say('form.edit')}>
          <form method="post" action={`/steps/${step.id}`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="version" value={typedText(form, 'version') || step.version} />
            <StepFields locale={page.locale} calledName={frame.calledName} stepId={step.id} form={form} {...choices} />
            <Button>{say('form.save')}</Button>
          </form>
        </Section>
      )}
    </CaseLayout>
  )
}

interface MovesProps {
  step: Step
  form: FormProps['form']
  say: ReturnType<typeof words>
}

function Moves({ step, form, say }: MovesProps) {
  if (isClosed(step.status)) return <MoveForm step={step} status="UNDO" text={say('do.undo')} from="step" />
  return (
    <>
      <ButtonGroup>
        {step.status !== 'IN_PROGRESS' && (
          <MoveForm step={step} status="IN_PROGRESS" text={say('do.start')} from="step" />
        )}
        <MoveForm step={step} status="COMPLETED" text={say('do.done')} from="step" />
      </ButtonGroup>
      <form method="post" action={`/steps/${step.id}/status`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={step.version} />
        <Radios
          name="status"
          legend={say('form.cannot')}
          isSmall
          value={typedText(form, 'status')}
          error={problemOf(form.problems, 'status', say)}
          items={(['COMPLETED', 'CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED'] as const).map((status) => ({
            value: status,
            text: say(`status.${status}`),
          }))}
        />
        <Textarea
          name="reason"
          label={say('form.reason')}
          rows={2}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        <Button kind="secondary">{say('do.save-status')}</Button>
      </form>
    </>
  )
}
