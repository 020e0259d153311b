import { addDays, type Day, dayAt, homeZone, weekdayOf } from '../src/platform/calendar-day.ts'

/** Days from the day of loading: 0 is today, -1 yesterday. */
export type DayOffset = number
/** Minutes from the midnight (London) with which the day of loading began. */
export type Moment = number

const minutesInDay = 1_440

export const moment = (days: DayOffset, minutes: number): Moment => days * minutesInDay + minutes
export const dayOfMoment = (at: Moment): DayOffset => Math.floor(at / minutesInDay)

/** Turns what is relative into days and instants. */
export interface Calendar {
  today: Day
  day(offset: DayOffset): Day
  /** Never later than a minute before now, for what has happened. */
  past(at: Moment): Date
  at(at: Moment): Date
  /** The same day, or the Friday before it when people do not work. */
  workday(offset: DayOffset): DayOffset
}

export function calendarOf(now: Date): Calendar {
  const today = dayAt(now)
  const days = new Map<DayOffset, Day>()
  const midnights = new Map<DayOffset, number>() // asking the zone costs, and a day is asked for a thousand times

  const day = (offset: DayOffset) => {
    const known = days.get(offset) ?? addDays(today, offset)
    days.set(offset, known)
    return known
  }
  const midnightOf = (offset: DayOffset) => {
    const known = midnights.get(offset) ?? londonMidnight(day(offset))
    midnights.set(offset, known)
    return known
  }
  const at = (when: Moment) => {
    const offset = dayOfMoment(when)
    return new Date(midnightOf(offset) + (when - offset * minutesInDay) * 60_000)
  }
  return {
    today,
    day,
    at,
    past: (when) => new Date(Math.min(at(when).getTime(), now.getTime() - 60_000)),
    workday: (offset) => offset - Math.max(0, weekdayOf(day(offset)) - 5),
  }
}

const hourInLondon = new Intl.DateTimeFormat('en-GB', { timeZone: homeZone, hour: '2-digit', hour12: false })

/** Clocks change in the small hours of a Sunday: a midnight is at 00:00 or 23:00 UTC. */
function londonMidnight(day: Day): number {
  const utc = Date.parse(day)
  return Number(hourInLondon.format(utc)) === 1 ? utc - 3_600_000 : utc
}
