import { raiseNeeds, renewPathwayStatuses } from '../needs/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { goodUntilOn, isRefusedToSay } from './answers.ts'
import { keepAddresses } from './keep-addresses.ts'
import type { Raised } from './needs-raised.ts'
import { addToCounts } from './queries/answer-counts.ts'
import { type AnswerToInsert, insertAnswers } from './queries/answers.ts'
import { type CaseForAssessment, markSubmitted } from './queries/assessments.ts'
import { deleteDrafts, type PageDraft } from './queries/drafts.ts'
import type { QuestionSet } from './question-set.ts'
import type { PageAnswer } from './read-page.ts'
import { type Review, reviewAssessment, triggersOf } from './review-assessment.ts'
import { shownQuestion, shownValue } from './shown-text.ts'

/**
 * Freezes the answers of an assessment with the words of their questions, and raises the needs that they tell of. An
 * address that was told is kept with the person's addresses.
 *
 * Asker and day of an answer are those of the page's last save. A question without an answer is left out: it stays open.
 *
 * @param locale - the language in which the worker saw the questions.
 * @throws Refusal `assessment.not-found`; `assessment.not-under-way`; `assessment.may-not-write`; `assessment.empty`;
 *   `assessment.has-problems` when a page holds what cannot be taken; `assessment.restricted-waiting` when a colleague
 *   wrote restricted answers that this worker may not see.
 */
export async function submitAssessment(change: Change, id: string, locale: Locale): Promise<void> {
  const review = await reviewAssessment(change, id)
  const { assessment, onCase } = review
  const refuse = (code: string) => new Refusal('conflict', code, { assessmentId: id })
  if (review.isRestrictedWaiting) throw refuse('assessment.restricted-waiting')
  if (review.toMend.length > 0) throw refuse('assessment.has-problems')
  const rows = review.pages.flatMap(({ answers, draft }) =>
    answers.map((answer) => freeze(answer, draft!, onCase, locale, positionIn(assessment.set, answer))),
  )
  if (rows.length === 0) throw refuse('assessment.empty')

  if (!(await markSubmitted(change, id))) throw refuse('assessment.not-under-way')
  await insertAnswers(change, { ...assessment, locale }, rows)
  await addToCounts(change, rows)
  await deleteDrafts(change, id)
  await raise(change, review, rows, locale)
  await keepAddresses(change, review)
  await renewPathwayStatuses(change, assessment.caseId, [...new Set(rows.map(({ pathway }) => pathway))])
  const { caseId, personId, type } = assessment
  const askedAgain = rows.filter(({ askedAgainOfId }) => askedAgainOfId).length
  const details = { type, setVersion: assessment.setVersion, answers: rows.length, askedAgain }
  change.record({ name: 'assessment.submitted', subjectId: id, caseId, personId, fieldGroup: 'assessment', details })
}

function freeze(
  answer: PageAnswer,
  draft: PageDraft,
  onCase: CaseForAssessment,
  locale: Locale,
  position: number,
): AnswerToInsert {
  const { question, value } = answer
  const earlierId = answer.earlier?.id
  const givenOn = answer.how === 'confirmed' ? answer.earlier.givenOn : dayAt(draft.savedAt)
  return {
    id: newId(),
    pathway: draft.pathway,
    questionKey: question.key,
    questionText: shownQuestion(question, locale, onCase.calledName),
    value: { codes: value.codes, words: value.words, position, triggers: triggersOf(answer) },
    shownText: shownValue(question, value, locale, onCase.calledName),
    isNoAnswer: isRefusedToSay(value),
    isRestricted: question.isRestricted ?? false,
    askedBy: draft.savedById,
    answeredAt: draft.savedAt,
    goodUntilOn: isRefusedToSay(value) ? undefined : goodUntilOn(question, givenOn),
    confirmsAnswerId: answer.how === 'confirmed' ? earlierId : undefined,
    changesAnswerId: answer.how === 'changed' ? earlierId : undefined,
    askedAgainOfId: answer.how === 'asked' ? earlierId : undefined,
    askedAgainReason: answer.how === 'asked' ? answer.reason : undefined,
  }
}

const positionIn = (set: QuestionSet, { question }: PageAnswer) =>
  set.pages.flatMap(({ questions }) => questions).findIndex(({ key }) => key === question.key)

/** A need is the asker's own until somebody takes it on. */
async function raise(change: Change, { assessment, raised }: Review, rows: AnswerToInsert[], locale: Locale) {
  const responsible = { agencyId: change.actor.agencyId, accountId: change.actor.userId, isForPerson: false }
  const needs = raised.map((need: Raised) => {
    const from = rows.find(({ questionKey }) => questionKey === need.question.key)!
    const { neededByOn, beginByOn, needKey } = need
    const tie = { questionKey: needKey, answerId: from.id, isRestricted: from.isRestricted }
    return { pathway: from.pathway, words: need.text[locale], neededByOn, beginByOn, responsible, ...tie }
  })
  await raiseNeeds(change, assessment.caseId, needs)
}
