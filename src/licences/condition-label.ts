import type { Locale } from '../platform/words.ts'
import { allCodes } from './condition-codes.ts'
import { words } from './words.ts'

/** What a condition asks of somebody: `CURFEW` is "Be at home during the curfew". What is no code of ours stands as it is. */
export function conditionLabel(locale: Locale, code: string): string {
  const known = allCodes.find((each) => each === code)
  return known ? words(locale)(`code.${known}`) : code
}
