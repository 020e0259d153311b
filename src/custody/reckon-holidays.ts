import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import type { Jurisdiction } from '../people/index.ts'
import type { Day } from '../platform/calendar-day.ts'

const placeOf: Record<Jurisdiction, [country: string, state?: string]> = {
  'UK-EW': ['GB', 'ENG'],
  IT: ['IT'],
  NL: ['NL'],
}

/**
 * The public holidays of any year, in order, reckoned by `date-holidays`. Loaded at the first call only: every calendar of
 * the world and the moon's path hold 36 MB, and a year costs 17 ms. `public-holidays.json` has the years that are asked for.
 */
export function reckonHolidays(year: number, jurisdiction: Jurisdiction): Day[] {
  const Calendar: typeof Holidays = createRequire(import.meta.url)('date-holidays')
  const [country, state] = placeOf[jurisdiction]
  const calendar = state ? new Calendar(country, state) : new Calendar(country)
  const holidays = calendar.getHolidays(year).filter((holiday) => holiday.type === 'public')
  return [...new Set(holidays.map((holiday) => holiday.date.slice(0, 10)))].sort()
}
