import { type CaseFrame, CaseLayout, PartNotSeen } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, CharacterCount, Details, Empty, Note, PageHead, ProblemSummary, problemOf, Radios, Section,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { planParts } from '../crisis-plan-form.ts'
import type { KnownCaller } from '../queries/callers.ts'
import type { CrisisPlan } from '../queries/crisis-plans.ts'
import { words } from '../words.ts'
import { PlanWords } from './about-them.tsx'

interface PlanProps {
  page: PageContext
  plans: readonly CrisisPlan[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayWritePlan: boolean
}

/** Written during a call, with the person on the telephone. */
export function CrisisPlanPage({ callId, known, ...props }: PlanProps & { callId: string; known: KnownCaller }) {
  const { page, form } = props
  const say = words(page.locale)
  const title = say('plan.title-of', { name: known.calledName })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/helpline-calls/${callId}`}>{say('plan.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('plan.sub')} />
      <Plan {...props} action={`/helpline-calls/${callId}/crisis-plan`} />
    </Layout>
  )
}

/** On the case, for those behind the same wall. */
export function CaseCrisisPlanPage({ frame, isSeen, ...props }: PlanProps & { frame: CaseFrame; isSeen: boolean }) {
  const { page, form } = props
  const say = words(page.locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="plan"
      title={say('plan.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('plan.title')} sub={say('plan.sub')} />
      {isSeen ? (
        <Plan {...props} action={`/cases/${frame.caseId}/crisis-plan`} />
      ) : (
        <PartNotSeen locale={page.locale} frame={frame} />
      )}
    </CaseLayout>
  )
}

function Plan({ page, plans, form, mayWritePlan, action }: PlanProps & { action: string }) {
  const say = words(page.locale)
  const [current, ...before] = plans
  return (
    <>
      {current ? (
        <Note>
          <PlanWords plan={current} page={page} />
        </Note>
      ) : (
        <Empty title={say('plan.none')}>
          <p class="govuk-body">{say('plan.none-text')}</p>
        </Empty>
      )}
      {mayWritePlan && (
        <Section id="h-write" title={say(current ? 'plan.change' : 'plan.write')}>
          <form method="post" action={action} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="version" value={typedText(form, 'version')} />
            {planParts.map((part) => (
              <CharacterCount
                name={part}
                label={say(`plan.${part}`)}
                hint={say(`plan.${part}-hint`)}
                rows={3}
                maxLength={2000}
                value={typedText(form, part)}
                error={problemOf(form.problems, part, say)}
              />
            ))}
            <Radios
              name="isWithPerson"
              legend={say('plan.with')}
              isInline
              value={typedText(form, 'isWithPerson')}
              error={problemOf(form.problems, 'isWithPerson', say)}
              items={(['yes', 'no'] as const).map((value) => ({ value, text: say(`plan.with-${value}`) }))}
            />
            <Button preventDoubleClick>{say('plan.button')}</Button>
          </form>
        </Section>
      )}
      {before.map((plan) => (
        <Details
          summary={say('plan.before', {
            at: formatAt(page.locale, plan.writtenAt),
            by: plan.writtenBy || plan.agencyName,
          })}
        >
          <PlanWords plan={plan} page={page} />
        </Details>
      ))}
    </>
  )
}
