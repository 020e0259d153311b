import type { EarlierAnswer } from './answers.ts'
import type { Question } from './question-set.ts'
import { isUntouched, readPage, type Typed } from './read-page.ts'

export type PageProgress = 'NOT_STARTED' | 'IN_PROGRESS' | 'DONE'

/** How far a page is: done once every question that asks for an answer has one and nothing is wrong. */
export function progressOf(questions: Question[], typed: Typed, good: Map<string, EarlierAnswer>): PageProgress {
  if (isUntouched(questions, typed)) return 'NOT_STARTED'
  return readPage(questions, typed, good).problems.length === 0 ? 'DONE' : 'IN_PROGRESS'
}
