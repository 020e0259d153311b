import { dayOf } from '../platform/calendar-day.ts'
import { type AnswerValue, type EarlierAnswer, isSilent } from './answers.ts'
import { hasOptions, isInWords, noAnswer, type Question } from './question-set.ts'

/** A posted form: a field that was sent more than once is a list. */
export type Typed = Record<string, string | string[] | undefined>

/** One answer of a page: given now, or an earlier one that the person says is still true. */
export type PageAnswer =
  | { how: 'confirmed'; question: Question; earlier: EarlierAnswer; value: AnswerValue }
  | { how: 'changed'; question: Question; earlier: EarlierAnswer; value: AnswerValue }
  | { how: 'asked'; question: Question; earlier?: EarlierAnswer; reason?: string; value: AnswerValue }

export type AnswerFault =
  | 'missing'
  | 'unknown-option'
  | 'one-only'
  | 'alone'
  | 'too-long'
  | 'not-a-day'
  | 'say-why'
  | 'new-missing'
  | 'two-answers'
  | 'already-answered'

export interface AnswerProblem {
  question: Question
  /** The name of the field that mends it. */
  field: string
  fault: AnswerFault
}

export const keepField = (key: string): string => `${key}--keep`
export const reasonField = (key: string): string => `${key}--why`
export const noAnswerField = (key: string): string => `${key}--no-answer`
export const mostReasonLength = 300
const dayFields = (key: string): string[] => [`${key}-day`, `${key}-month`, `${key}-year`]
/** Every field that belongs to a question. */
export const fieldsOf = (key: string): string[] => [
  key,
  keepField(key),
  reasonField(key),
  noAnswerField(key),
  ...dayFields(key),
]

/**
 * Reads the answers of one page.
 *
 * @param good - earlier answers that need not be asked for again, by question key.
 * @returns the answers that can be taken, and what is wrong with the others; a question may have neither.
 */
export function readPage(
  questions: Question[],
  typed: Typed,
  good: Map<string, EarlierAnswer>,
): { answers: PageAnswer[]; problems: AnswerProblem[] } {
  const answers: PageAnswer[] = []
  const problems: AnswerProblem[] = []
  for (const question of questions) {
    const result = readQuestion(question, typed, good.get(question.key))
    if (typeof result === 'object') answers.push(result)
    else if (result) problems.push({ question, field: fieldOf(question, result), fault: result })
  }
  return { answers, problems }
}

/** Whether anything at all was typed to these questions. */
export const isUntouched = (questions: Question[], typed: Typed): boolean =>
  questions.every(({ key }) => fieldsOf(key).every((field) => listOf(typed[field]).length === 0))

function readQuestion(
  question: Question,
  typed: Typed,
  earlier: EarlierAnswer | undefined,
): PageAnswer | AnswerFault | undefined {
  const value = readValue(question, typed)
  if (typeof value === 'string') return value
  if (earlier) return readAgain(question, typed, value, earlier)
  if (isSilent(value)) return question.isOptional ? undefined : 'missing'
  return { how: 'asked', question, value }
}

function readAgain(
  question: Question,
  typed: Typed,
  value: AnswerValue,
  earlier: EarlierAnswer,
): PageAnswer | AnswerFault | undefined {
  const keep = textOf(typed, keepField(question.key))
  const said = isSilent(value)
  if (keep === 'changed') return said ? 'new-missing' : { how: 'changed', question, earlier, value }
  if (keep === 'ask') {
    const reason = textOf(typed, reasonField(question.key))
    if (!reason || reason.length > mostReasonLength) return 'say-why'
    return said ? 'new-missing' : { how: 'asked', question, earlier, reason, value }
  }
  if (keep === 'same' && !said) return 'two-answers'
  if (keep === 'same') return { how: 'confirmed', question, earlier, value: earlier }
  if (!said) return 'already-answered' // asked before the other answer came in
  return question.isOptional ? undefined : 'missing'
}

function readValue(question: Question, typed: Typed): AnswerValue | AnswerFault {
  if (textOf(typed, noAnswerField(question.key)) === noAnswer) return { codes: [noAnswer], words: '' }
  if (question.kind === 'readiness') return readCodes(question, typed, ['1', '2', '3', '4', '5', '6', '7'])
  if (hasOptions(question)) return readCodes(question, typed, question.options?.map(({ code }) => code) ?? [])

  if (isInWords(question)) {
    const words = textOf(typed, question.key)
    return words.length > (question.maxLength ?? 0) ? 'too-long' : { codes: [], words }
  }
  return readDay(dayFields(question.key).map((field) => textOf(typed, field)))
}

function readDay(parts: string[]): AnswerValue | AnswerFault {
  if (parts.every((part) => part === '')) return { codes: [], words: '' }
  const [date, month, year] = parts.map(Number)
  const day = dayOf(year!, month!, date!)
  return day ? { codes: [], words: day } : 'not-a-day'
}

function readCodes(question: Question, typed: Typed, possible: string[]): AnswerValue | AnswerFault {
  const codes = listOf(typed[question.key])
  const alone = [noAnswer, ...(question.options ?? []).filter(({ isAlone }) => isAlone).map(({ code }) => code)]
  if (codes.some((code) => code !== noAnswer && !possible.includes(code))) return 'unknown-option'
  if (codes.length > 1 && question.kind !== 'many') return 'one-only'
  if (codes.length > 1 && codes.some((code) => alone.includes(code))) return 'alone'
  return { codes, words: '' }
}

function fieldOf({ key }: Question, fault: AnswerFault): string {
  if (fault === 'say-why') return reasonField(key)
  return fault === 'two-answers' || fault === 'already-answered' ? keepField(key) : key
}

const textOf = (typed: Typed, field: string) => (listOf(typed[field])[0] ?? '').replaceAll('\r\n', '\n').trim()
const listOf = (value: string | string[] | undefined) => [value ?? []].flat().filter((text) => text.trim() !== '')
