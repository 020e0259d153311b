import type { Locale } from '../../platform/words.ts'
import type { AnswerProblem } from '../read-page.ts'
import { shownQuestion } from '../shown-text.ts'
import { words } from '../words.ts'

/** What is wrong with a page, in words that name the cure. */
export function problemWords(problems: AnswerProblem[], locale: Locale, name: string) {
  return problems.map(({ question, field, fault }) => ({
    field,
    message: words(locale)(`problem.${fault}`, {
      question: shownQuestion(question, locale, name),
      max: question.maxLength ?? 0,
    }),
  }))
}
