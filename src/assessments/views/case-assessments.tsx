import { type CaseFrame, CaseLayout, PartNotSeen } from '../../cases/index.ts'
import type { Pathway } from '../../needs/index.ts'
import {
  Cell,
  Columns,
  Details,
  Empty,
  Link,
  PageHead,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { SaidAnswer } from '../say-answers.ts'
import { words } from '../words.ts'
import { AssessmentCard, type Standing, StandingAction } from './assessment-card.tsx'
import { sourceOf, Validity } from './submitted.tsx'
import { triggerWord } from './trigger-word.ts'

export interface CaseAssessmentsPageProps {
  page: PageContext
  frame: CaseFrame
  /** One for each type, in their order. */
  standings: Standing[]
  answers: SaidAnswer[]
  pathways: { code: Pathway; name: string }[]
  /** The type whose skip form was sent without a reason. */
  missingReasonFor?: string | undefined
}

/** The one assessment on a case: where it stands, and everything the person has told, with its source. */
export function CaseAssessmentsPage(props: CaseAssessmentsPageProps) {
  const { page, frame, standings, answers, pathways } = props
  const say = words(page.locale)
  if (frame.sight.assessment === undefined) {
    return (
      <CaseLayout page={page} frame={frame} current="assessment" title={say('assessments.title')}>
        <PageHead title={say('assessments.title')} />
        <PartNotSeen locale={page.locale} frame={frame} />
      </CaseLayout>
    )
  }

  const next = standings.find(({ isNext }) => isNext)
  const triggers = [...new Set(answers.flatMap((answer) => answer.triggers))]
  const known = pathways.map((pathway) => ({
    ...pathway,
    answers: answers.filter((one) => one.pathway === pathway.code),
  }))
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="assessment"
      title={say('assessments.title')}
      hasProblems={props.missingReasonFor !== undefined}
    >
      <PageHead
        title={say('assessments.title')}
        sub={say('assessments.lead', { name: frame.calledName })}
        actions={next && <StandingAction say={say} frame={frame} standing={next} />}
      />
      <Columns
        main={
          <Section id="h-known" title={say('known.title')}>
            {triggers.length > 0 && (
              <p>
                {say('known.triggers')}:{' '}
                {triggers.map((trigger) => (
                  <>
                    <StatusTag>{triggerWord(page.locale, trigger)}</StatusTag>{' '}
                  </>
                ))}
              </p>
            )}
            {answers.length === 0 && (
              <Empty title={say('known.none-title')}>
                <p>{say('known.none')}</p>
              </Empty>
            )}
            {known
              .filter((pathway) => pathway.answers.length > 0)
              .map((pathway) => (
                <Known page={page} frame={frame} {...pathway} />
              ))}
          </Section>
        }
        aside={standings.map((standing) => (
          <AssessmentCard
            page={page}
            frame={frame}
            standing={standing}
            isReasonMissing={props.missingReasonFor === standing.type}
          />
        ))}
      />
    </CaseLayout>
  )
}

function Known(props: { page: PageContext; frame: CaseFrame; name: string; answers: SaidAnswer[] }) {
  const { page, name, answers } = props
  const say = words(page.locale)
  const [said, silent] = [answers.filter((one) => !one.isNoAnswer), answers.filter((one) => one.isNoAnswer)]
  return (
    <>
      {said.length > 0 ? <AnswerTable {...props} answers={said} /> : <h3 class="govuk-heading-s">{name}</h3>}
      {silent.length > 0 && (
        <Details summary={say('known.silent', { count: silent.length })}>
          <AnswerTable {...props} answers={silent} />
        </Details>
      )}
    </>
  )
}

function AnswerTable({ page, frame, name, answers }: Parameters<typeof Known>[0]) {
  const say = words(page.locale)
  const columns = [{ text: say('known.question') }, { text: say('known.answer') }, { text: say('known.source') }]
  return (
    <Table caption={name} columns={columns}>
      {answers.map((answer) => (
        <Row>
          <RowHead>
            <span lang={answer.questionLocale}>{answer.questionText}</span>
          </RowHead>
          <Cell label={say('known.answer')} class="tl-kept">
            <span lang={answer.shownLocale}>{answer.shownText}</span>
          </Cell>
          <Cell label={say('known.source')}>
            <Link class="tl-link" href={`/cases/${frame.caseId}/answers/${answer.questionKey}`}>
              {sourceOf(page.locale, answer)}
            </Link>
            <Validity page={page} answer={answer} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

export interface HistoryPageProps {
  page: PageContext
  frame: CaseFrame
  answers: SaidAnswer[]
}

/** Every answer to one question, with its source: nothing is written over. */
export function HistoryPage({ page, frame, answers }: HistoryPageProps) {
  const say = words(page.locale)
  const columns = [{ text: say('known.answer') }, { text: say('known.source') }]
  return (
    <CaseLayout page={page} frame={frame} current="assessment" title={say('history.title')}>
      <PageHead title={answers[0]!.questionText} sub={say('history.count', { count: answers.length })} />
      <Table caption={answers[0]!.questionText} isCaptionHidden columns={columns}>
        {answers.map((answer) => (
          <Row>
            <RowHead class="tl-kept">
              <span lang={answer.shownLocale}>{answer.shownText}</span>
              {answer.asked && <small lang={answer.asked.locale}>{answer.asked.text}</small>}
            </RowHead>
            <Cell label={say('known.source')}>
              {sourceOf(page.locale, answer)}
              <Validity page={page} answer={answer} />
            </Cell>
          </Row>
        ))}
      </Table>
      <WayOn href={`/cases/${frame.caseId}/assessments`}>{say('back-to-assessment')}</WayOn>
    </CaseLayout>
  )
}
