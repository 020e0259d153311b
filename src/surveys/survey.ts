import type { Locale } from '../platform/words.ts'

export const audiences = ['PERSON', 'FAMILY', 'STAFF', 'CASE_REVIEW'] as const
export type Audience = (typeof audiences)[number]

export const answerCodes = ['YES', 'NO', 'UNSURE'] as const
export type AnswerCode = (typeof answerCodes)[number]

/** A statement that is answered with yes, no or not sure. Its key stays the same over versions, so that answers can be compared. */
export interface SurveyItem {
  key: string
  text: Record<Locale, string>
}

/** A survey with what it asks now. */
export interface Survey {
  id: string
  audience: Audience
  version: number
  items: SurveyItem[]
}

/** Reads answers by key from what was typed; anything that is no answer counts as skipped. */
export function readAnswers(
  items: readonly SurveyItem[],
  typed: (field: string) => string,
): Record<string, AnswerCode> {
  const answered = items.flatMap(({ key }) => {
    const code = answerCodes.find((each) => each === typed(`item-${key}`))
    return code ? [[key, code] as const] : []
  })
  return Object.fromEntries(answered)
}
