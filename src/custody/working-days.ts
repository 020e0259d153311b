import type { Jurisdiction } from '../people/index.ts'
import { addDays, type Day, weekdayOf } from '../platform/calendar-day.ts'
import table from './public-holidays.json' with { type: 'json' }
import { reckonHolidays } from './reckon-holidays.ts'

const saturday = 6
const drawn: Record<Jurisdiction, Record<string, string>> = table
const holidaysOfYear = new Map<string, ReadonlySet<Day>>() // a look costs 0.1 us

/**
 * Whether people work that day: not a Saturday, a Sunday or a public holiday (in England and Wales Christmas Day, Good
 * Friday and the bank holidays).
 *
 * @source Criminal Justice Act 1961 s.23(3B); holidays drawn from the `date-holidays` tables (`npm run holidays`), checked against the published ones.
 */
export function isWorkingDay(day: Day, jurisdiction: Jurisdiction): boolean {
  return weekdayOf(day) < saturday && !holidaysIn(day.slice(0, 4), jurisdiction).has(day)
}

/** The day itself if people work on it, else the last one before it on which they do. */
export function workingDayOnOrBefore(day: Day, jurisdiction: Jurisdiction): Day {
  let candidate = day
  while (!isWorkingDay(candidate, jurisdiction)) candidate = addDays(candidate, -1)
  return candidate
}

/** The public holidays of a year, in order. */
export function publicHolidays(year: number, jurisdiction: Jurisdiction): Day[] {
  return [...holidaysIn(String(year), jurisdiction)].sort()
}

function holidaysIn(year: string, jurisdiction: Jurisdiction): ReadonlySet<Day> {
  const key = `${jurisdiction} ${year}`
  const known = holidaysOfYear.get(key)
  if (known) return known

  const days = drawn[jurisdiction][year]?.split(' ').map((day) => `${year}-${day}`)
  const found: ReadonlySet<Day> = new Set(days ?? reckonHolidays(Number(year), jurisdiction))
  holidaysOfYear.set(key, found)
  return found
}
