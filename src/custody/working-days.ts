import Holidays from 'date-holidays'
import type { Jurisdiction } from '../people/index.ts'
import { addDays, type Day, weekdayOf } from '../platform/calendar-day.ts'

const placeOf: Record<Jurisdiction, [country: string, state?: string]> = {
  'UK-EW': ['GB', 'ENG'],
  IT: ['IT'],
  NL: ['NL'],
}

const saturday = 6
const holidaysOfYear = new Map<string, ReadonlySet<Day>>() // a year costs 17 ms, a look 0.1 us

/**
 * Whether people work that day: not a Saturday, a Sunday or a public holiday (in England and Wales Christmas Day, Good
 * Friday and the bank holidays).
 *
 * @source Criminal Justice Act 1961 s.23(3B); holidays of the `date-holidays` tables, checked against the published ones.
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

  const [country, state] = placeOf[jurisdiction]
  const all = state ? new Holidays(country, state) : new Holidays(country)
  const days = all.getHolidays(Number(year)).filter((holiday) => holiday.type === 'public')
  const found: ReadonlySet<Day> = new Set(days.map((holiday) => holiday.date.slice(0, 10)))
  holidaysOfYear.set(key, found)
  return found
}
