import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

const msInMinute = 60_000

/** Whole minutes from one instant to another, 0 or more. */
export const minutesBetween = (from: Date, until: Date): number =>
  Math.max(0, Math.floor((until.getTime() - from.getTime()) / msInMinute))

/** "14 minutes", "2 hours 5 minutes". */
export function lengthSaid(locale: Locale, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return words(locale)('length', { hours, minutes: rest, both: hours > 0 ? (rest > 0 ? 'both' : 'hours') : 'minutes' })
}

/** "02:10", with its day where that is not today. */
export function timeSaid(locale: Locale, at: Date, now: Date): string {
  const time = formatTime(locale, at)
  const day = dayAt(at)
  return day === dayAt(now) ? time : `${formatDay(locale, day, 'brief')}, ${time}`
}

/** "22:00 to 08:00". */
export const spanSaid = (locale: Locale, from: Date, until: Date): string =>
  words(locale)('span', { from: formatTime(locale, from), until: formatTime(locale, until) })
