import { type Day, dayAt } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { ShownDateKind } from './release-dates.ts'
import { words } from './words.ts'

/** What a kind of release date is called: `CRD` is "Conditional release". */
export const releaseDateLabel = (locale: Locale, kind: ShownDateKind): string => words(locale)(`kind.${kind}`)

/** With its abbreviation, as sentence sheets write it, where it has one. */
export const releaseDateLongLabel = (locale: Locale, kind: ShownDateKind): string =>
  kind.length > 5 ? releaseDateLabel(locale, kind) : `${releaseDateLabel(locale, kind)} (${kind})`

/** Where a date or a stay came from: `CSV` is "prison list"; what is no code of ours stands as it is. */
export function sourceLabel(locale: Locale, source: string): string {
  const say = words(locale)
  if (source === 'CSV' || source === 'PRISON_SEARCH' || source === 'BY_HAND') return say(`source.${source}`)
  return say('source.other', { source })
}

/** "May be out as early as Wed 25 Nov"; a year is written where it is not this one. */
export function earlyLabel(locale: Locale, day: Day, now: Date): string {
  const isThisYear = day.slice(0, 4) === dayAt(now).slice(0, 4)
  return words(locale)('early', { day: formatDay(locale, day, isThisYear ? 'brief' : 'short') })
}
