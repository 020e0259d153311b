import { identifierKinds, identifierLabel } from '../people/index.ts'
import type { Locale } from '../platform/words.ts'
import { personFields } from './fields.ts'
import type { FileProblem, RowProblem, ValueProblem } from './problems.ts'
import { words } from './words.ts'

/** A problem as a person reads it and a program keeps it: the reason begins with its stable code. */
export interface SaidProblem {
  row: number
  column: string
  value: string
  reason: string
}

/** What is wrong with a value and how to mend it, in words. */
export const reasonOf = (locale: Locale, problem: ValueProblem): string => words(locale)(`reason.${problem}`)

/** What is wrong with a whole file and what to do. */
export const fileReasonOf = (locale: Locale, problem: FileProblem | 'missing'): string =>
  words(locale)(`file-problem.${problem}`)

/** A column by its header; where the file has no such column, by the name of what it would hold. */
export function columnOf(locale: Locale, column: string): string {
  if (column === 'releaseOn') return words(locale)('release-date')
  const field = personFields.find((known) => known === column)
  if (field) return words(locale)(`field.${field}`)
  const number = identifierKinds.find((known) => known === column && known.includes('_')) // the others are written like their headers
  return number ? identifierLabel(locale, number) : column
}

export function sayProblem(locale: Locale, { row, column, value, problem }: RowProblem): SaidProblem {
  return { row, column: columnOf(locale, column), value, reason: `${problem}: ${reasonOf(locale, problem)}` }
}
