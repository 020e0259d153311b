import { addDays, addMonths, type Day } from '../../src/platform/calendar-day.ts'

export interface Period {
  from: Day
  to: Day
}

/** Four whole quarters each: before the project and its first year, both long enough ago to be final; and its second, which is not. */
export interface Periods {
  before: Period
  first: Period
  second: Period
}

const monthsToMature = 19 // 12 of follow-up, 6 for the courts, and one in which extracts come in

export function periodsOf(today: Day): Periods {
  const first = yearBefore(quarterOf(addMonths(today, -monthsToMature)))
  return {
    before: yearBefore(first.from),
    first,
    second: { from: addMonths(first.from, 12), to: addDays(addMonths(first.from, 24), -1) },
  }
}

/** The first day of the quarter in which a day lies. */
export function quarterOf(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

const yearBefore = (day: Day): Period => ({ from: addMonths(day, -12), to: addDays(day, -1) })
