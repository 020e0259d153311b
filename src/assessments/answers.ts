import { addDays, type Day } from '../platform/calendar-day.ts'
import { noAnswer, type Question } from './question-set.ts'

/** What was said: chosen codes, or words (an address and a day are words too). Both empty: nothing was said. */
export interface AnswerValue {
  codes: string[]
  words: string
}

/** An answer as it was once given. */
export interface EarlierAnswer extends AnswerValue {
  id: string
  questionKey: string
  givenOn: Day
}

type ShelfLife = Pick<Question, 'shelfLifeInDays'>

export const isSilent = ({ codes, words }: AnswerValue): boolean => codes.length === 0 && words === ''
export const isRefusedToSay = ({ codes }: Pick<AnswerValue, 'codes'>): boolean => codes.includes(noAnswer)

/** The last day on which an answer is good; undefined for a question that is asked anew each time. */
export function goodUntilOn({ shelfLifeInDays }: ShelfLife, givenOn: Day): Day | undefined {
  return shelfLifeInDays === 0 ? undefined : addDays(givenOn, shelfLifeInDays)
}

/** Whether an answer need not be asked for again on a day. "Would rather not say" is nothing to rest on. */
export function isStillGood(question: ShelfLife, answer: EarlierAnswer, on: Day): boolean {
  const lastDay = goodUntilOn(question, answer.givenOn)
  return lastDay !== undefined && on <= lastDay && !isRefusedToSay(answer)
}

/** Of all earlier answers, the latest to each question, where it is still good on a day. */
export function answersStillGood<Answer extends EarlierAnswer>(
  questions: Question[],
  earlier: Answer[],
  on: Day,
): Map<string, Answer> {
  const good = new Map<string, Answer>()
  for (const question of questions) {
    const latest = latestOf(earlier.filter(({ questionKey }) => questionKey === question.key))
    if (latest && isStillGood(question, latest, on)) good.set(question.key, latest)
  }
  return good
}

/**
 * Whether a question was asked twice: an answer to it was still good, and it was asked all the same. To confirm what is
 * known ("still true") is not asking, and neither is writing down a change that the person told of.
 */
export function isAskedTwice(
  question: ShelfLife,
  earlier: EarlierAnswer | undefined,
  asked: { on: Day; how: 'asked' | 'confirmed' | 'changed' },
): boolean {
  return asked.how === 'asked' && earlier !== undefined && isStillGood(question, earlier, asked.on)
}

function latestOf<Answer extends EarlierAnswer>(answers: Answer[]): Answer | undefined {
  return answers.toSorted((one, other) => (one.givenOn < other.givenOn ? -1 : 1)).at(-1)
}
