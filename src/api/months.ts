import { dayAt } from '../platform/calendar-day.ts'

const monthsOfYear = 12

/** The month at an instant, as '2026-03'. */
export const monthAt = (at: Date): string => dayAt(at).slice(0, 7)

/** The month so many months later, or earlier when the number is negative. */
export function addMonths(month: string, count: number): string {
  const since = Number(month.slice(0, 4)) * monthsOfYear + Number(month.slice(5)) - 1 + count
  return `${Math.floor(since / monthsOfYear)}-${String((since % monthsOfYear) + 1).padStart(2, '0')}`
}
