import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { BesideFact, CorrectFact } from '../../corrections/index.ts'
import type { Pathway } from '../../needs/index.ts'
import { languageName } from '../../people/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  Details,
  Link,
  NotificationBanner,
  OwnWords,
  PageHead,
  PrintButton,
  Section,
  StatusTag,
  SummaryList,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { resetReasons } from '../begin-assessment.ts'
import type { Answer } from '../queries/answers.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { QuestionSet } from '../question-set.ts'
import type { SaidAnswer } from '../say-answers.ts'
import { words } from '../words.ts'
import { ReasonForm } from './reason-form.tsx'

export interface SubmittedPageProps {
  page: PageContext
  frame: CaseFrame
  assessment: Assessment & { set: QuestionSet }
  answers: SaidAnswer[]
  nameOf: (pathway: Pathway) => string
  isJustSubmitted: boolean
  mayWrite: boolean
  isReasonMissing?: boolean
}

/** A submitted assessment as it was frozen, to read and to print. */
export function SubmittedPage(props: SubmittedPageProps) {
  const { page, frame, assessment, answers, nameOf } = props
  const say = words(page.locale)
  const title = say(`type.${assessment.type}`)
  const by = say('submitted.by', {
    name: assessment.submittedByName ?? '',
    agency: assessment.agencyName,
    at: formatAt(page.locale, assessment.submittedAt!, 'full'),
    version: assessment.setVersion,
  })
  const asked = answers[0]?.asked
  const hidesSome =
    frame.sight.risk === undefined && questionsOf(assessment.set).some(({ isRestricted }) => isRestricted)
  return (
    <CaseLayout page={page} frame={frame} current="assessment" title={title}>
      {props.isJustSubmitted && <NotificationBanner isSuccess text={say('submitted.done')} />}
      <PageHead title={title} sub={by} actions={<PrintButton>{say('submitted.print')}</PrintButton>} />
      {props.isJustSubmitted && props.mayWrite && (
        <WayOn href={`/cases/${frame.caseId}/needs`}>{say('submitted.next')}</WayOn>
      )}
      {asked && asked.locale !== page.locale && (
        <p class="govuk-body tl-quiet">
          {say('submitted.asked-in', { language: languageName(asked.locale, page.locale) })}
        </p>
      )}
      {assessment.set.pages.map(({ pathway, questions }) => {
        const order = questions.map(({ key }) => key)
        const here = answers
          .filter((answer) => answer.pathway === pathway)
          .toSorted((one, other) => order.indexOf(one.questionKey) - order.indexOf(other.questionKey))
        if (here.length === 0) return null
        const isOwn = (key: string) => questions.some((one) => one.key === key && one.kind === 'own words')
        return (
          <Section id={`p-${pathway.toLowerCase()}`} title={nameOf(pathway)}>
            <SummaryList
              rows={here.map((answer) => ({
                key: <span lang={answer.questionLocale}>{answer.questionText}</span>,
                value: { text: <Given {...{ page, frame, answer, isOwn: isOwn(answer.questionKey) }} /> },
              }))}
            />
          </Section>
        )
      })}
      {hidesSome && <p class="govuk-body tl-quiet">{say('submitted.hidden')}</p>}
      {props.mayWrite && !assessment.resetAt && (
        <Details summary={say('reset.title')} isOpen={props.isReasonMissing}>
          <p class="govuk-body">{say('reset.about')}</p>
          <ReasonForm
            locale={page.locale}
            action={`/assessments/${assessment.id}/reset`}
            legend={say('reset.reason')}
            button={say('reset.button')}
            items={resetReasons.map((value) => ({ value, text: say(`reset.${value}`) }))}
            isMissing={props.isReasonMissing}
          />
        </Details>
      )}
    </CaseLayout>
  )
}

function Given({
  page,
  frame,
  answer,
  isOwn,
}: {
  page: PageContext
  frame: CaseFrame
  answer: SaidAnswer
  isOwn: boolean
}) {
  const history = `/cases/${frame.caseId}/answers/${answer.questionKey}`
  return (
    <>
      {isOwn ? (
        <OwnWords source={words(page.locale)('own-words', { name: frame.calledName })}>
          <span lang={answer.shownLocale}>{answer.shownText}</span>
        </OwnWords>
      ) : (
        <span class="tl-kept" lang={answer.shownLocale}>
          {answer.shownText}
        </span>
      )}
      <BesideFact locale={page.locale} frame={frame} factId={answer.id} />
      <br />
      <Link class="tl-link tl-small" href={history}>
        {sourceOf(page.locale, answer)}
      </Link>{' '}
      {!answer.isNoAnswer && (
        <CorrectFact
          {...{ locale: page.locale, frame, factId: answer.id, name: answer.questionText }}
          part={answer.isRestricted ? 'risk' : 'assessment'}
          kind="ANSWER"
        />
      )}
      <Validity page={page} answer={answer} />
    </>
  )
}

/** Until when an answer is good, and a mark when that day has passed. */
export function Validity({ page, answer }: { page: PageContext; answer: Answer }) {
  if (!answer.goodUntilOn) return null
  const say = words(page.locale)
  const isOld = answer.goodUntilOn < dayAt(page.now)
  return (
    <>
      <br />
      <span class="tl-quiet">
        {say('source.good-until', { until: formatDay(page.locale, answer.goodUntilOn, 'full') })}
      </span>{' '}
      {isOld && <StatusTag tone="warn">{say('known.old')}</StatusTag>}
    </>
  )
}

/** Who was told, for which agency and when; and how the answer came about. */
export function sourceOf(locale: Locale, answer: Answer): string {
  const say = words(locale)
  const source = { name: answer.askedByName, agency: answer.agencyName, day: formatDay(locale, answer.givenOn, 'full') }
  if (answer.confirmsAnswerId) return say('source.confirmed', source)
  if (answer.changesAnswerId) return say('source.changed', source)
  if (answer.askedAgainOfId) return say('source.again', { ...source, reason: answer.askedAgainReason ?? '' })
  return say('source', source)
}

const questionsOf = (set: QuestionSet) => set.pages.flatMap(({ questions }) => questions)
