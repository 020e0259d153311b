import type { Day } from '../platform/calendar-day.ts'

/** What came to Throughline and is worth a line to everybody, with where it is. Shown for four weeks. */
export const whatsNew = [{ on: '2026-11-27', what: 'rounds', href: '/caseload' }] as const satisfies readonly {
  on: Day
  what: string
  href: string
}[]

export const newForDays = 28
