import { CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Input,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
  WayOn,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { progressOf } from '../progress.ts'
import type { WholePlan } from '../read-plan.ts'
import { agreements, aspireStages, epicsStages } from '../reviews/stages.ts'
import { contentOf, differencesBetween } from '../reviews/versions.ts'
import { words } from '../words.ts'
import { Changes } from './parts/changes.tsx'
import { ProgressLine } from './parts/progress-line.tsx'
import { Standing } from './parts/standing.tsx'

interface Props extends WholePlan {
  page: PageContext
  form: { typed: Typed; problems: Problem[] }
}

/** A review, made together: first what was and what changed, then what the person says to it. */
export function NewReviewPage(props: Props) {
  const { page, frame, form, reviews, goals, steps } = props
  const { locale } = page
  const say = words(locale)
  const last = reviews[0]
  const name = frame.calledName
  const title = say('review.new', { name })
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('review.sub', { number: (last?.number ?? 0) + 1 })} />
      {last && <Standing {...props} />}
      <Section id="h-now" title={say('review.now')}>
        <div class="govuk-body">
          <ProgressLine locale={locale} progress={progressOf(steps)} />
        </div>
        {last?.content && (
          <Changes
            locale={locale}
            calledName={name}
            differences={differencesBetween(last.content, contentOf(goals, steps))}
          />
        )}
        <WayOn href={`/cases/${frame.caseId}/plan/goals`}>{say('plan.one-page')}</WayOn>
      </Section>
      <form method="post" action={`/cases/${frame.caseId}/plan/reviews`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="number" value={(last?.number ?? 0) + 1} />
        <Fields {...props} />
        <ButtonGroup>
          <Button>{say('review.save')}</Button>
          <Link href={`/cases/${frame.caseId}/plan`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

function Fields({ page, frame, form, owners }: Props) {
  const say = words(page.locale)
  const name = frame.calledName
  const field = (at: string) => ({ name: at, value: typedText(form, at), error: problemOf(form.problems, at, say) })
  const day = (at: string) => ({
    name: at,
    values: dayBoxes(form, at),
    error: problemOf(form.problems, at, say),
  })
  return (
    <>
      <Radios
        {...field('agreement')}
        legend={{ text: say('review.agreement', { name }), size: 'm' }}
        items={agreements.map((each) => ({ value: each, text: say(`agreement.${each}`, { name }) }))}
      />
      <Textarea
        {...field('ownWords')}
        label={say('review.own-words', { name })}
        hint={say('review.own-words-hint')}
        rows={3}
      />
      <Textarea {...field('contribution')} label={say('review.contribution', { name })} rows={3} />
      <Checkboxes
        name="presentIds"
        legend={say('review.present', { name })}
        isSmall
        values={typedList(form, 'presentIds')}
        error={problemOf(form.problems, 'presentIds', say)}
        items={owners.workers.map(({ accountId, name: worker, agencyName: agency }) => ({
          value: accountId,
          text: say('owner.worker', { name: worker, agency }),
        }))}
      />
      <Input {...field('othersPresent')} label={say('review.others')} />
      <DateInput {...day('reviewedOn')} legend={say('review.on')} />
      <DateInput {...day('nextOn')} legend={say('review.next')} />
      <Radios
        {...field('epicsStage')}
        legend={say('review.epics')}
        isSmall
        items={epicsStages.map((each) => ({ value: each, text: say(`epics.${each}`) }))}
      />
      <Radios
        {...field('aspireStage')}
        legend={say('review.aspire')}
        isSmall
        items={aspireStages.map((each) => ({ value: each, text: say(`aspire.${each}`) }))}
      />
    </>
  )
}
