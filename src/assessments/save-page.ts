import type { Pathway } from '../needs/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { answersStillGood } from './answers.ts'
import { isUnderWay } from './begin-assessment.ts'
import { type Answer, listLatestAnswers } from './queries/answers.ts'
import { type Assessment, type CaseForAssessment, getAssessment, getCaseForAssessment } from './queries/assessments.ts'
import { upsertPageDraft } from './queries/drafts.ts'
import { type Question, type QuestionSet, questionsOfPage } from './question-set.ts'
import { type AnswerProblem, fieldsOf, isUntouched, readPage, type Typed } from './read-page.ts'

/** A page to be filled: its questions as this worker may see them, and the answers that need not be asked for again. */
export interface PageToFill {
  assessment: Assessment & { set: QuestionSet }
  onCase: CaseForAssessment
  questions: Question[]
  good: Map<string, Answer>
  /** There are questions here that this worker may not see. */
  hasHidden: boolean
}

export interface SavedPage {
  version: number
  isDone: boolean
  problems: AnswerProblem[]
  caseId: string
  /** The page that follows, undefined after the last. */
  next: Pathway | undefined
}

/**
 * One page of an assessment that is under way.
 *
 * @throws Refusal `assessment.not-found` also for another agency's draft and for a pathway that the set lacks;
 *   `assessment.not-under-way`; `assessment.may-not-write`.
 */
export async function openPage(reading: Reading, assessmentId: string, pathway: Pathway): Promise<PageToFill> {
  const assessment = await getAssessment(reading, assessmentId)
  const onCase = await getCaseForAssessment(reading, assessment.caseId)
  const all = questionsOfPage(assessment.set, pathway)
  if (all.length === 0) throw new Refusal('not found', 'assessment.not-found')
  if (!isUnderWay(assessment)) throw new Refusal('conflict', 'assessment.not-under-way', { assessmentId })
  if (!onCase.mayWrite || assessment.agencyId !== reading.actor.agencyId) {
    throw new Refusal('not allowed', 'assessment.may-not-write', { caseId: onCase.id })
  }

  const questions = all.filter((question) => !question.isRestricted || onCase.mayWriteRestricted)
  const latest = await listLatestAnswers(reading, assessment.personId, [pathway])
  const good = answersStillGood(questions, latest, dayAt(reading.now))
  return { assessment, onCase, questions, good, hasHidden: questions.length < all.length }
}

/**
 * Saves a page of the draft as it was typed, wrong or right.
 *
 * @param version - of the page as the worker saw it, 0 for one that nobody began.
 * @throws Refusal as `openPage`; `assessment.page-changed` when a colleague saved the page since.
 */
export async function savePage(
  change: Change,
  { assessmentId, pathway, typed, version }: { assessmentId: string; pathway: Pathway; typed: Typed; version: number },
): Promise<SavedPage> {
  const page = await openPage(change, assessmentId, pathway)
  const { questions, good, assessment } = page
  const { problems } = readPage(questions, typed, good)
  const restricted = questions.filter((question) => question.isRestricted)
  const open = questions.filter((question) => !question.isRestricted)
  const isDone = problems.length === 0

  const saved = await upsertPageDraft(change, {
    assessmentId,
    caseId: assessment.caseId,
    pathway,
    typed: only(typed, open),
    typedRestricted: restricted.length > 0 ? only(typed, restricted) : undefined,
    hasRestricted: restricted.length > 0 && !isUntouched(restricted, typed),
    isDone,
    version,
  })
  if (saved === undefined) throw new Refusal('conflict', 'assessment.page-changed', { assessmentId, pathway })
  // Without the case: a draft is nobody else's business, so no open page is woken and no timeline grows.
  const { personId } = assessment
  const event = {
    name: 'assessment.draft-saved',
    subjectId: assessmentId,
    personId,
    fieldGroup: 'administration' as const,
  }
  change.record({ ...event, details: { pathway, isDone } })
  const order = assessment.set.pages.map((one) => one.pathway)
  return { version: saved, isDone, problems, caseId: assessment.caseId, next: order[order.indexOf(pathway) + 1] }
}

/** The fields of some questions, as typed; anything else that a form sends is left out. */
function only(typed: Typed, questions: Question[]): Typed {
  const fields = questions.flatMap(({ key }) => fieldsOf(key))
  return Object.fromEntries(fields.flatMap((field) => (typed[field] === undefined ? [] : [[field, typed[field]]])))
}
