import type { CaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Link, Status, SummaryList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { lateStart } from '../lead-times/lead-kinds.ts'
import { blockersOf } from '../progress.ts'
import type { Step } from '../queries/steps.ts'
import { words } from '../words.ts'
import type { StepChoices } from './step-fields.tsx'
import { ownerText } from './step-line.tsx'

interface FactsProps extends StepChoices {
  page: PageContext
  frame: CaseFrame
  step: Step
}

/** Who is responsible, who helps, who is told; what comes first; and how all will know that it is done. */
export function StepFacts({ page, frame, step, steps, goals, agencies }: FactsProps) {
  const say = words(page.locale)
  const names = (ids: readonly string[]) =>
    agencies
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
  const goal = goals.find(({ id }) => id === step.goalId)
  const waits = blockersOf(step, steps)
  const late = lateStart(step, frame.releaseOn, dayAt(page.now))
  const responsible = step.isOwnerGone ? (
    <Status glyph="bad">{say('owner.gone', { owner: ownerText(step, frame.calledName, page.locale) })}</Status>
  ) : (
    ownerText(step, frame.calledName, page.locale)
  )
  const rows = [
    { key: say('part.responsible'), value: responsible },
    { key: say('part.contributing'), value: names(step.contributingIds) },
    { key: say('part.informed'), value: names(step.informedIds) },
    { key: say('form.goal'), value: goal && <Link href={`/goals/${goal.id}`}>{goal.words}</Link> },
    { key: say('form.done-when'), value: step.doneWhen },
    {
      key: say('form.waits'),
      value:
        waits.length > 0 &&
        waits.map(({ id, title }) => (
          <p class="govuk-body">
            <Link href={`/steps/${id}`}>{title}</Link>
          </p>
        )),
    },
    {
      key: say('form.lead-kind'),
      value: late && <Status glyph="bad">{say('warn.late-start', { needs: late.needs, left: late.left })}</Status>,
    },
  ]
  return <SummaryList rows={rows.filter(({ value }) => value).map(({ key, value }) => ({ key, value: value || '' }))} />
}
