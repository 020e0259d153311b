import type { Day } from '../platform/calendar-day.ts'

/** What came to Throughline and is worth a line to everybody, with where it is. Shown for four weeks. */
export const whatsNew = [
  { on: '2026-11-27', what: 'rounds', href: '/caseload' },
  { on: '2026-11-27', what: 'referral-on-the-spot', href: '/hubs' },
] as const satisfies readonly {
  on: Day
  what: string
  href: string
}[]

export const newForDays = 28
