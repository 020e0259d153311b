import { mayWrite } from '../../../cases/index.ts'
import { dayAt } from '../../../platform/calendar-day.ts'
import { newId } from '../../../platform/ids.ts'
import { Button, Link, Note, problemOf, Select } from '../../../platform/web/components/index.ts'
import { lateStart } from '../../lead-times/lead-kinds.ts'
import { words } from '../../words.ts'
import type { PlanPageProps } from '../plan-page.tsx'
import { ownerItems } from '../step-fields.tsx'
import { ownerText } from '../step-line.tsx'

/** What needs a person first: steps that begin too late, and steps whose owner has gone. */
export function Attention(props: PlanPageProps) {
  const { page, frame, steps } = props
  const say = words(page.locale)
  const today = dayAt(page.now)
  const late = steps.flatMap((step) => {
    const start = lateStart(step, frame.releaseOn, today)
    return start ? [{ step, ...start }] : []
  })
  const left = steps.filter(({ isOwnerGone }) => isOwnerGone)
  return (
    <>
      {late.length > 0 && (
        <Note tone="warn" title={say('late.title', { count: late.length })}>
          <ul class="govuk-list govuk-list--bullet">
            {late.map(({ step, needs, left: days }) => (
              <li>
                <Link href={`/steps/${step.id}`}>{step.title}</Link>: {say('warn.late-start', { needs, left: days })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {left.length > 0 && (
        <Note tone="warn" title={say('gone.title', { count: left.length })}>
          <p>{say('gone.text')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {left.map((step) => (
              <li>
                <Link href={`/steps/${step.id}`}>{step.title}</Link>: {ownerText(step, frame.calledName, page.locale)}
              </li>
            ))}
          </ul>
          {mayWrite(frame, 'plan') && <NewOwner {...props} />}
        </Note>
      )}
    </>
  )
}

function NewOwner({ page, frame, owners, problems = [] }: PlanPageProps) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/cases/${frame.caseId}/plan/owners`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        name="owner"
        label={say('gone.owner')}
        error={problemOf(problems, 'owner', say)}
        items={ownerItems(page.locale, frame.calledName, owners)}
      />
      <Button kind="secondary">{say('gone.save')}</Button>
    </form>
  )
}
