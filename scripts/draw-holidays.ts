import { writeFileSync } from 'node:fs'
import { reckonHolidays } from '../src/custody/reckon-holidays.ts'

/** Draws the table of public holidays anew: `npm run holidays`, after `date-holidays` was renewed. */
const years = Array.from({ length: 71 }, (_, at) => 2000 + at)
const table = Object.fromEntries(
  (['UK-EW', 'IT', 'NL'] as const).map((jurisdiction) => [
    jurisdiction,
    Object.fromEntries(years.map((year) => [year, reckonHolidays(year, jurisdiction).map(withoutYear).join(' ')])),
  ]),
)
writeFileSync('src/custody/public-holidays.json', `${JSON.stringify(table, null, 2)}\n`)

function withoutYear(day: string): string {
  return day.slice(5)
}
