import { type Pathway, readTies } from '../needs/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { answersStillGood } from './answers.ts'
import { isUnderWay } from './begin-assessment.ts'
import { needsRaised, type Raised } from './needs-raised.ts'
import { type Answer, listLatestAnswers } from './queries/answers.ts'
import { type Assessment, type CaseForAssessment, getAssessment, getCaseForAssessment } from './queries/assessments.ts'
import { listPageDrafts, type PageDraft } from './queries/drafts.ts'
import type { Question, QuestionSet } from './question-set.ts'
import { type AnswerProblem, type PageAnswer, readPage } from './read-page.ts'

/** An assessment under way, as it would be submitted now. */
export interface Review {
  assessment: Assessment & { set: QuestionSet }
  onCase: CaseForAssessment
  pages: ReviewedPage[]
  raised: Raised[]
  /** Codes that partners asked to recognise, such as LEAVING_CARE (R042). */
  triggers: string[]
  countUnasked: number
  /** Pages that hold what cannot be taken. */
  toMend: Pathway[]
  /** A colleague wrote restricted answers that this worker does not see. */
  isRestrictedWaiting: boolean
}

export interface ReviewedPage {
  pathway: Pathway
  draft: PageDraft | undefined
  questions: Question[]
  answers: PageAnswer[]
  problems: AnswerProblem[]
}

/**
 * An assessment of the worker's own agency that is under way, with every page read.
 *
 * @throws Refusal `assessment.not-found`; `assessment.not-under-way`; `assessment.may-not-write`.
 */
export async function reviewAssessment(reading: Reading, id: string): Promise<Review> {
  const assessment = await getAssessment(reading, id)
  const onCase = await getCaseForAssessment(reading, assessment.caseId)
  if (!isUnderWay(assessment)) throw new Refusal('conflict', 'assessment.not-under-way', { assessmentId: id })
  if (!onCase.mayWrite || assessment.agencyId !== reading.actor.agencyId) {
    throw new Refusal('not allowed', 'assessment.may-not-write', { caseId: onCase.id })
  }
  const drafts = await listPageDrafts(reading, id)
  const pathways = assessment.set.pages.map(({ pathway }) => pathway)
  const latest = await listLatestAnswers(reading, assessment.personId, pathways)
  const { needKeys, releaseOn } = await readTies(reading, assessment.caseId)

  const pages = assessment.set.pages.map((page) => readOne(page, drafts, latest, onCase))
  const fresh = pages.flatMap(({ answers }) => answers).filter(({ how }) => how !== 'confirmed')
  const days = { answeredOn: dayAt(reading.now), releaseOn: releaseOn ?? undefined }
  const problems = pages.flatMap((page) => page.problems.map(({ fault }) => ({ fault, pathway: page.pathway })))
  return {
    assessment,
    onCase,
    pages,
    raised: needsRaised(fresh, new Set(needKeys), days),
    triggers: fresh.flatMap(triggersOf),
    countUnasked: problems.filter(({ fault }) => fault === 'missing').length + countUntouched(pages),
    toMend: [...new Set(problems.filter(({ fault }) => fault !== 'missing').map(({ pathway }) => pathway))],
    isRestrictedWaiting: !onCase.mayWriteRestricted && drafts.some((draft) => draft.hasRestricted),
  }
}

function readOne(
  { pathway, questions }: QuestionSet['pages'][number],
  drafts: PageDraft[],
  latest: Answer[],
  onCase: CaseForAssessment,
): ReviewedPage {
  const draft = drafts.find((one) => one.pathway === pathway)
  const visible = questions.filter((question) => !question.isRestricted || onCase.mayWriteRestricted)
  if (!draft) return { pathway, draft, questions: visible, answers: [], problems: [] }
  const good = answersStillGood(visible, latest, dayAt(draft.savedAt))
  return { pathway, draft, questions: visible, ...readPage(visible, draft.typed, good) }
}

const countUntouched = (pages: ReviewedPage[]) =>
  pages.filter(({ draft }) => !draft).flatMap(({ questions }) => questions.filter(({ isOptional }) => !isOptional))
    .length

export const triggersOf = ({ question, value }: PageAnswer) =>
  (question.options ?? []).flatMap(({ code, trigger }) => (trigger && value.codes.includes(code) ? [trigger] : []))
