import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Empty, Note, PageHead, PrintButton, ProblemSummary, Section } from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { timeOfMinute } from '../curfew-times.ts'
import type { Condition, Explanation } from '../queries/conditions.ts'
import type { Worry } from '../queries/worries.ts'
import { words } from '../words.ts'
import { ConditionForm, ExplainedForm } from './licence-forms.tsx'
import { Worries } from './worries.tsx'

export interface LicenceProps {
  page: PageContext
  frame: CaseFrame
  conditions: readonly Condition[]
  explanation: Explanation | undefined
  worries: readonly Worry[]
  form: FormState<unknown>
}

/** What the licence says, in plain words; whether it was explained; and what worries the person. */
export function LicencePage(props: LicenceProps) {
  const { page, frame, conditions, form } = props
  const say = words(page.locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="release-day"
      title={say('title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('title')}
        sub={say('sub', { name: frame.calledName })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      {!sees(frame, 'custody') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'custody') && (
        <Section id="h-conditions" title={say('conditions')}>
          <Explained {...props} />
          {conditions.length === 0 && (
            <Empty title={say('none')}>
              <p class="govuk-body">{say('none.text')}</p>
            </Empty>
          )}
          <ul class="tl-list">
            {conditions.map((each) => (
              <Line page={page} frame={frame} condition={each} />
            ))}
          </ul>
        </Section>
      )}
      {mayWrite(frame, 'custody') && <ConditionForm {...props} />}
      {mayWrite(frame, 'custody') && conditions.length > 0 && <ExplainedForm {...props} />}
      {sees(frame, 'plan') && <Worries {...props} />}
    </CaseLayout>
  )
}

function Explained({ page, frame, explanation, conditions }: LicenceProps) {
  const say = words(page.locale)
  if (conditions.length === 0) return null
  if (!explanation) return <Note tone="warn">{<p>{say('explained.never')}</p>}</Note>
  const { byName: name, explainedAt, how, isUnderstood, isOld } = explanation
  const day = formatAt(page.locale, explainedAt)
  return (
    <Note {...(isOld || !isUnderstood ? { tone: 'warn' as const } : {})}>
      <p>
        {how === 'OWN_DOOR'
          ? say('explained.own-door', { name: frame.calledName, day })
          : say('explained.by', { name: name ?? '', day, how: say(`how.${how}`) })}
      </p>
      {how === 'OWN_DOOR' ? (
        <p>{say(isUnderstood ? 'explained.own-yes' : 'explained.not-understood')}</p>
      ) : (
        <p>{say(isUnderstood ? 'explained.understood' : 'explained.not-understood')}</p>
      )}
      {isOld && <p>{say('explained.old')}</p>}
    </Note>
  )
}

function Line({ page, frame, condition }: Pick<LicenceProps, 'page' | 'frame'> & { condition: Condition }) {
  const say = words(page.locale)
  const { id, code, fromOn, untilOn, curfewFrom, curfewUntil } = condition
  const [from, until] = [fromOn, untilOn].map((day) => day && formatDay(page.locale, day, 'full'))
  const isCurfew = curfewFrom !== null && curfewUntil !== null
  return (
    <li>
      <b>{say(`code.${code}`)}</b>
      {isCurfew && (
        <p class="tl-m0">{say('curfew', { from: timeOfMinute(curfewFrom), until: timeOfMinute(curfewUntil) })}</p>
      )}
      {condition.words && <p class="tl-m0 tl-kept">{condition.words}</p>}
      <p class="tl-m0 tl-quiet">{until ? say('from-until', { from, until }) : say('from', { from })}</p>
      {mayWrite(frame, 'custody') && (
        <form method="post" action={`/licence-conditions/${id}/end`}>
          <input type="hidden" name="formId" value={newId()} />
          <button type="submit" class="tl-linklike">
            {say('end')}
            <span class="govuk-visually-hidden">{`: ${say(`code.${code}`)}`}</span>
          </button>
        </form>
      )}
    </li>
  )
}
