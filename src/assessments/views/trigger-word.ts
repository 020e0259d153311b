import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** A trigger that a coordinator named has no word of ours, so its code stands. */
export function triggerWord(locale: Locale, trigger: string): string {
  const known = [
    'LEAVING_CARE',
    'SCHOOL_EXCLUSION',
    'PUPIL_REFERRAL_UNIT',
    'UNDIAGNOSED_DYSLEXIA',
    'UNDIAGNOSED_DYSPRAXIA',
  ] as const
  const found = known.find((code) => code === trigger)
  return found ? words(locale)(`trigger.${found}`) : trigger
}
