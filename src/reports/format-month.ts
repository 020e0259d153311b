import type { Day } from '../platform/calendar-day.ts'
import { type Locale, languageTags } from '../platform/words.ts'

/** "March 2026". @param day - any day of it, or `2026-03`. */
export function formatMonth(locale: Locale, day: Day | string): string {
  const at = new Date(`${day.slice(0, 7)}-15T12:00:00Z`)
  return at.toLocaleDateString(languageTags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' })
}
