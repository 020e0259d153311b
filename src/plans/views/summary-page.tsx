import { CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, Empty, OwnWords, PageHead, PrintButton, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { progressOf } from '../progress.ts'
import type { WholePlan } from '../read-plan.ts'
import { isClosed } from '../step-states.ts'
import { words } from '../words.ts'
import { ProgressLine } from './parts/progress-line.tsx'
import { ownerText } from './step-line.tsx'

/** What came of the plan, for the person to keep: what was reached, what goes on and with whom, and what they said on the way. */
export function SummaryPage({ page, frame, goals, steps, reviews }: WholePlan & { page: PageContext }) {
  const { locale } = page
  const say = words(locale)
  const name = frame.calledName
  const title = say('summary.title', { name })
  const reached = goals.filter(({ status }) => status === 'ACHIEVED')
  const going = goals.filter(({ status }) => status === 'ACTIVE' || status === 'FUTURE')
  const done = steps.filter(({ status }) => status === 'COMPLETED')
  const open = steps.filter(({ status }) => !isClosed(status))
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title}>
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <PageHead
        title={title}
        sub={say('summary.sub', { name })}
        actions={<PrintButton>{say('plan.print')}</PrintButton>}
      />
      {!sees(frame, 'plan') && <PartNotSeen locale={locale} frame={frame} />}
      {sees(frame, 'plan') && goals.length + steps.length === 0 && (
        <Empty title={say('plan.empty')}>
          <p class="govuk-body">{say('plan.empty-text')}</p>
        </Empty>
      )}
      {sees(frame, 'plan') && goals.length + steps.length > 0 && (
        <>
          <div class="govuk-body">
            <ProgressLine locale={locale} progress={progressOf(steps)} />
          </div>
          <Section id="h-reached" title={say('summary.reached')}>
            <List none={say('summary.none-reached')} items={reached.map((goal) => goal.words)} />
          </Section>
          <Section id="h-done" title={say('summary.done')}>
            <List none={say('summary.none-done')} items={done.map((step) => step.title)} />
          </Section>
          <Section id="h-going" title={say('summary.going')}>
            <List
              none={say('summary.none-open')}
              items={[
                ...going.map((goal) => say('goal.quoted', { words: goal.words })),
                ...open.map((step) => `${step.title}: ${ownerText(step, name, locale)}`),
              ]}
            />
          </Section>
          <Section id="h-said" title={say('summary.said', { name })}>
            {reviews.map(({ ownWords, contribution, reviewedOn, agreement }) => (
              <OwnWords source={formatDay(locale, reviewedOn, 'full')}>
                {[say(`agreement.${agreement}`, { name }), ownWords, contribution]
                  .filter(Boolean)
                  .map((said) => said.trim().replace(/(?<![.!?…])$/, '.'))
                  .join(' ')}
              </OwnWords>
            ))}
            {reviews.length === 0 && <p class="govuk-body">{say('summary.none-said')}</p>}
          </Section>
        </>
      )}
    </CaseLayout>
  )
}

function List({ items, none }: { items: readonly string[]; none: string }) {
  if (items.length === 0) return <p class="govuk-body">{none}</p>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
