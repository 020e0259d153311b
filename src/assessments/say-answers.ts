import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import type { Answer } from './queries/answers.ts'
import { listSetsOf } from './queries/question-sets.ts'
import { isInWords, type QuestionSet } from './question-set.ts'
import { shownQuestion, shownValue } from './shown-text.ts'

/** An answer as it is said to a reader. */
export interface SaidAnswer extends Answer {
  /** The language of the question and of the answer, where it is not the reader's. */
  questionLocale: Locale | undefined
  shownLocale: Locale | undefined
  /** The question as it was put, where that was in another language. */
  asked: { text: string; locale: Locale } | undefined
}

/**
 * Answers in the reader's language: the question and what was chosen, from the set that was asked. What was written
 * stays as it was written, and so does all of an answer whose set does not know it.
 *
 * @param name - what the person is called in a question.
 */
export async function sayAnswers(
  reading: Reading,
  answers: readonly Answer[],
  locale: Locale,
  name: string,
): Promise<SaidAnswer[]> {
  const foreign = answers.filter((answer) => answer.locale !== locale)
  const sets = await listSetsOf(reading, [...new Set(foreign.map(({ assessmentId }) => assessmentId))])
  return answers.map((answer) => sayAnswer(answer, sets.get(answer.assessmentId), locale, name))
}

function sayAnswer(answer: Answer, set: QuestionSet | undefined, locale: Locale, name: string): SaidAnswer {
  if (answer.locale === locale)
    return { ...answer, questionLocale: undefined, shownLocale: undefined, asked: undefined }

  const asked = { text: answer.questionText, locale: answer.locale }
  const question = set?.pages.flatMap(({ questions }) => questions).find(({ key }) => key === answer.questionKey)
  if (!question) return { ...answer, questionLocale: answer.locale, shownLocale: answer.locale, asked }

  const isWritten = isInWords(question) && !answer.isNoAnswer
  return {
    ...answer,
    questionText: shownQuestion(question, locale, name),
    shownText: isWritten ? answer.shownText : shownValue(question, answer, locale, name),
    questionLocale: undefined,
    shownLocale: isWritten ? answer.locale : undefined,
    asked,
  }
}
