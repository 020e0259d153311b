import { type CaseFrame, CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { BackLink, PageHead, PrintButton, Section, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Review } from '../queries/reviews.ts'
import { differencesBetween, type PlanContent } from '../reviews/versions.ts'
import { words } from '../words.ts'
import { Changes } from './parts/changes.tsx'
import { ReviewSaid } from './parts/standing.tsx'
import { ownerText } from './step-line.tsx'

interface Props {
  page: PageContext
  frame: CaseFrame
  review: Review & { content: PlanContent; before: PlanContent | null }
}

/** One review: what the person said, who was there, what had changed, and the plan as it was. */
export function ReviewPage({ page, frame, review }: Props) {
  const { locale } = page
  const say = words(locale)
  const { number, reviewedOn, content, before, presentNames, othersPresent, madeByName, madeByAgencyName } = review
  const title = say('review.title', { number, day: formatDay(locale, reviewedOn, 'full') })
  const there = [...presentNames, othersPresent].filter(Boolean).join(', ')
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title}>
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <PageHead
        title={title}
        sub={say('review.made', { name: madeByName, agency: madeByAgencyName })}
        actions={<PrintButton>{say('plan.print')}</PrintButton>}
      />
      {!sees(frame, 'plan') && <PartNotSeen locale={locale} frame={frame} />}
      <Section id="h-said" title={say('standing.title', { name: frame.calledName })}>
        <ReviewSaid page={page} review={review} calledName={frame.calledName} />
        {there && <p class="govuk-body">{say('review.there', { names: there })}</p>}
      </Section>
      <Section id="h-changed" title={say('review.changed')}>
        {!before && <p class="govuk-body">{say('review.first')}</p>}
        {before && (
          <Changes locale={locale} calledName={frame.calledName} differences={differencesBetween(before, content)} />
        )}
      </Section>
      <Section id="h-plan" title={say('review.plan')}>
        <ul class="govuk-list govuk-list--bullet">
          {content.goals.map((goal) => (
            <li>
              <b>{say('goal.quoted', { words: goal.words })}</b> {say(`goal-status.${goal.status}`)}
            </li>
          ))}
          {content.steps.map((step) => (
            <li>
              {step.title}: {ownerText({ owner: step.who, ...step.who }, frame.calledName, locale)}.{' '}
              {say(`status.${step.status}`)}
            </li>
          ))}
        </ul>
        {number > 1 && <WayOn href={`/cases/${frame.caseId}/plan/reviews/${number - 1}`}>{say('review.before')}</WayOn>}
      </Section>
    </CaseLayout>
  )
}
