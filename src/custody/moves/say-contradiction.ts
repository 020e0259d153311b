import type { Locale } from '../../platform/words.ts'
import { words } from './words.ts'

const known = [
  'died',
  'never-released',
  'never-received',
  'already-here',
  'at-court',
  'temporarily-out',
  'not-arrived',
  'released-already',
  'not-from-here',
  'not-recalled',
  'other-prison',
  'in-the-future',
  'before-the-last',
  'no-prison',
  'same-prison',
  'no-return',
  'return-before',
  'before-release-date',
] as const

/** What a movement contradicts, by its code, in the reader's words; undefined for a code that is none of these. */
export function contradictionText(locale: Locale, code: string): string | undefined {
  const found = known.find((each) => each === code)
  return found && words(locale)(`problem.${found}`)
}
