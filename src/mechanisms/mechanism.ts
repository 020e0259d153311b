import type { Day } from '../platform/calendar-day.ts'
import type { Locale } from '../platform/words.ts'

/** A question is about what was there already, what it set going in people, or what came of it. */
export const parts = ['CONTEXT', 'MECHANISM', 'OUTCOME'] as const
export type Part = (typeof parts)[number]

export const nationalGroups = ['UK-EW', 'IT', 'NL'] as const
export type NationalGroup = (typeof nationalGroups)[number]

/** What a national group answered. */
export interface MechanismAnswer {
  group: NationalGroup
  version: number
  words: string
  /** The language in which it was given: nobody translates it. */
  locale: Locale
  /** Who sat together. */
  withWhom: string
  answeredOn: Day
  writtenBy: string
  writtenAt: Date
}

export interface MechanismQuestion {
  id: string
  part: Part
  texts: Record<Locale, string>
  /** The last answer of each group that has answered. */
  answers: MechanismAnswer[]
}

export const answerOf = ({ answers }: MechanismQuestion, group: NationalGroup): MechanismAnswer | undefined =>
  answers.find((answer) => answer.group === group)
