import { addDays, type Day, weekdayOf } from '../platform/calendar-day.ts'

/** How many weeks a report may reach back, this one included. */
export const reaches = [4, 12, 26, 52] as const
export type Reach = (typeof reaches)[number]
export const usualReach: Reach = 12

/** The Monday of the first of so many weeks, of which the last is that of `today`. */
export const mondayOf = (today: Day, weeks: number): Day => addDays(today, 1 - weekdayOf(today) - 7 * (weeks - 1))
