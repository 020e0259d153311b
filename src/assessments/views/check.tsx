import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Columns,
  ErrorSummary,
  InsetText,
  PathwayMenu,
  type PathwayState,
  StatusTag,
  SummaryList,
  type SummaryRow,
  WarningText,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Question } from '../question-set.ts'
import type { PageAnswer } from '../read-page.ts'
import type { Review, ReviewedPage } from '../review-assessment.ts'
import { named, shownValue } from '../shown-text.ts'
import { words } from '../words.ts'
import { urlsOf } from './page-to-fill.tsx'
import { problemWords } from './problem-words.ts'
import { triggerWord } from './trigger-word.ts'

export interface CheckPageProps {
  page: PageContext
  frame: CaseFrame
  review: Review
  menu: (PathwayState & { href: string })[]
}

/** Everything that was answered, page by page, before it is frozen. */
export function CheckPage({ page, frame, review, menu }: CheckPageProps) {
  const say = words(page.locale)
  const { assessment, isRestrictedWaiting, toMend, countUnasked } = review
  const isEmpty = review.pages.every(({ answers }) => answers.length === 0)
  const maySubmit = !isRestrictedWaiting && toMend.length === 0 && !isEmpty
  const problems = review.pages.flatMap(({ pathway, problems }) =>
    problemWords(
      problems.filter(({ fault }) => fault !== 'missing'),
      page.locale,
      frame.calledName,
    ).map(({ field, message }) => ({
      text: message,
      href: `${urlsOf(assessment.id, pathway).url}#${field}`,
    })),
  )
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="assessment"
      title={say('check.title')}
      hasProblems={problems.length > 0}
    >
      {problems.length > 0 && <ErrorSummary title={say('check.mend')} errors={problems} />}
      <Columns
        menu={<PathwayMenu label={say('page.pages')} pathways={menu} />}
        main={
          <>
            <h1 class="govuk-heading-l">{say('check.title')}</h1>
            {review.pages.map((reviewed, index) => (
              <Card {...{ page, frame, reviewed, assessmentId: assessment.id, title: menu[index]!.name }} />
            ))}
            <Raised locale={page.locale} review={review} />
            {isEmpty && <WarningText>{say('check.empty')}</WarningText>}
            {isRestrictedWaiting && <WarningText>{say('check.restricted-waiting')}</WarningText>}
            {countUnasked > 0 && !isEmpty && <InsetText>{say('check.unasked', { count: countUnasked })}</InsetText>}
            {maySubmit && (
              <form method="post" action={`/assessments/${assessment.id}/submission`}>
                <input type="hidden" name="formId" value={newId()} />
                <p class="govuk-body">{say('check.lead', { name: frame.calledName })}</p>
                <ButtonGroup>
                  <Button preventDoubleClick>{say('check.submit')}</Button>
                </ButtonGroup>
              </form>
            )}
          </>
        }
      />
    </CaseLayout>
  )
}

interface CardProps {
  page: PageContext
  frame: CaseFrame
  reviewed: ReviewedPage
  assessmentId: string
  title: string
}

function Card({ page, frame, reviewed, assessmentId, title }: CardProps) {
  const say = words(page.locale)
  const { url } = urlsOf(assessmentId, reviewed.pathway)
  const rows = reviewed.questions.flatMap((question): SummaryRow[] => {
    const answer = reviewed.answers.find((one) => one.question === question)
    if (!answer && question.isOptional) return []
    const text = named(question.text, page.locale, frame.calledName)
    const action = { href: `${url}#${question.key}`, text: say('check.change'), hiddenText: text }
    return [{ key: text, value: { text: <Value {...{ page, frame, question, answer }} /> }, actions: [action] }]
  })
  const action = { href: url, text: say('check.page'), hiddenText: title }
  if (!reviewed.draft) {
    const count = reviewed.questions.filter(({ isOptional }) => !isOptional).length
    const quiet = <span class="tl-quiet">{say('check.untouched', { count })}</span>
    return (
      <SummaryList
        card={{ title, actions: [action] }}
        rows={[{ key: say('page.NOT_STARTED'), value: { text: quiet } }]}
      />
    )
  }
  return <SummaryList card={{ title, actions: [action] }} rows={rows} />
}

function Value({
  page,
  frame,
  question,
  answer,
}: Pick<CardProps, 'page' | 'frame'> & { question: Question; answer: PageAnswer | undefined }) {
  const say = words(page.locale)
  if (!answer) return <span class="tl-quiet">{say('check.no-answer')}</span>
  const shown = shownValue(question, answer.value, page.locale, frame.calledName)
  if (answer.how !== 'confirmed') return shown
  const day = formatDay(page.locale, answer.earlier.givenOn, 'full')
  return (
    <>
      {shown} <StatusTag>{say('check.still-true')}</StatusTag> <span class="tl-quiet">{day}</span>
    </>
  )
}

function Raised({ locale, review: { raised, triggers } }: { locale: Locale; review: Review }) {
  const say = words(locale)
  return (
    <>
      <h2 class="govuk-heading-m">{say('check.needs')}</h2>
      <p class="govuk-body">{raised.length > 0 ? say('check.needs-lead') : say('check.needs-none')}</p>
      {raised.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {raised.map(({ text, neededByOn }) => (
            <li>
              {text[locale]} {neededByOn && <span class="tl-quiet">{formatDay(locale, neededByOn, 'short')}</span>}
            </li>
          ))}
        </ul>
      )}
      {triggers.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{say('check.triggers')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {triggers.map((trigger) => (
              <li>{triggerWord(locale, trigger)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
