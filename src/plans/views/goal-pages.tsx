import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { goalMayBecome, isGoalClosed, planKinds } from '../goals/goal-states.ts'
import type { Goal } from '../queries/goals.ts'
import { words } from '../words.ts'
import type { StepChoices } from './step-fields.tsx'

interface FormProps extends Pick<StepChoices, 'pathways' | 'needs'> {
  page: PageContext
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
}

export function NewGoalPage(props: FormProps) {
  const { page, frame, form } = props
  const say = words(page.locale)
  const title = say('goal.new', { name: frame.calledName })
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={`/cases/${frame.caseId}/goals`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <GoalFields {...props} />
        <ButtonGroup>
          <Button>{say('goal.save-new')}</Button>
          <Link href={`/cases/${frame.caseId}/plan`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

/** One goal: how it stands, what it says, and who wrote it down. */
export function GoalPage(props: FormProps & { goal: Goal }) {
  const { page, frame, form, goal } = props
  const say = words(page.locale)
  const at = formatAt(page.locale, goal.madeAt)
  const isEditable = mayWrite(frame, 'plan')
  const status = say(`goal-status.${goal.status}`)
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={goal.words} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('goal.quoted', { words: goal.words })}
        sub={say('goal.made', { name: goal.madeByName, agency: goal.madeByAgencyName, at })}
      />
      <Section id="h-stands" title={say('form.stands')}>
        <p class="govuk-body">
          {goal.statusReason ? say('status.with-reason', { status, reason: goal.statusReason }) : status}
        </p>
        {isEditable && <Moves {...props} />}
      </Section>
      {isEditable && !isGoalClosed(goal.status) && (
        <Section id="h-goal" title={say('goal.edit')}>
          <form method="post" action={`/goals/${goal.id}`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="version" value={typedText(form, 'version') || goal.version} />
            <GoalFields {...props} />
            <Button>{say('goal.save')}</Button>
          </form>
        </Section>
      )}
    </CaseLayout>
  )
}

function GoalFields({ page, frame, form, pathways, needs }: FormProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <>
      <Textarea
        name="words"
        label={{ text: say('goal.words'), size: 'm' }}
        hint={say('goal.words-hint', { name: frame.calledName })}
        rows={3}
        value={typedText(form, 'words')}
        error={error('words')}
      />
      <Radios
        name="kind"
        legend={{ text: say('form.kind'), size: 'm' }}
        value={typedText(form, 'kind')}
        error={error('kind')}
        items={planKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`), hint: say(`kind.${kind}-hint`) }))}
      />
      <Checkboxes
        name="pathways"
        legend={say('goal.pathways')}
        isSmall
        values={typedList(form, 'pathways')}
        error={error('pathways')}
        items={pathways.map(({ code, name }) => ({ value: code, text: name }))}
      />
      {needs.length > 0 && (
        <Checkboxes
          name="needIds"
          legend={say('goal.needs')}
          isSmall
          values={typedList(form, 'needIds')}
          error={error('needIds')}
          items={needs.map(({ id, words: text }) => ({ value: id, text }))}
        />
      )}
    </>
  )
}

/** What a goal may become now, with a reason where one is needed. */
function Moves({ page, form, goal }: FormProps & { goal: Goal }) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/goals/${goal.id}/status`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={goal.version} />
      <Radios
        name="status"
        legend={say('goal.move')}
        isSmall
        value={typedText(form, 'status')}
        error={problemOf(form.problems, 'status', say)}
        items={goalMayBecome[goal.status].map((status) => ({ value: status, text: say(`goal-status.${status}`) }))}
      />
      <Textarea
        name="reason"
        label={say('goal.reason')}
        rows={2}
        value={typedText(form, 'reason')}
        error={problemOf(form.problems, 'reason', say)}
      />
      <Button kind="secondary">{say('do.save-status')}</Button>
    </form>
  )
}
