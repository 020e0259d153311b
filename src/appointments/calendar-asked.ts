import { z } from 'zod'
import { addDays, type Day, isDay, weekdayOf } from '../platform/calendar-day.ts'

export const views = ['week', 'day', 'list'] as const
export const whoses = ['mine', 'team', 'agency'] as const
export const mostEntries = 500

/** What a calendar shows, as its address says it. */
export interface CalendarAsked {
  view: (typeof views)[number]
  whose: (typeof whoses)[number]
  /** A day that is shown. */
  day: Day
  /** What was called off, too. */
  withOff: boolean
  caseId?: string | undefined
}

const query = z.object({
  view: z.enum(views).catch('week'),
  whose: z.enum(whoses).catch('mine'),
  day: z.string().refine(isDay).optional().catch(undefined),
  off: z.string().optional().catch(undefined),
})

/** Reads the address; what cannot be read is as if it were not there. */
export function readCalendarAsked(typed: unknown, today: Day, caseId?: string): CalendarAsked {
  const { view, whose, day, off } = query.parse(typed)
  return { view, whose, day: day ?? today, withOff: off === 'yes', caseId }
}

/** Where a calendar stands: what is as usual is left out. */
export function addressOfCalendar({ view, whose, day, withOff, caseId }: CalendarAsked): string {
  const parts = new URLSearchParams({ view, day })
  if (!caseId && whose !== 'mine') parts.set('whose', whose)
  if (withOff) parts.set('off', 'yes')
  return `${caseId ? `/cases/${caseId}/calendar` : '/calendar'}?${parts}`
}

const daysOf = { day: 1, week: 7, list: 28 } as const

/** The days that are shown: a week begins on Monday, four weeks on the day itself. */
export function daysShown({ view, day }: CalendarAsked): Day[] {
  const first = view === 'week' ? addDays(day, 1 - weekdayOf(day)) : day
  return Array.from({ length: daysOf[view] }, (_, index) => addDays(first, index))
}

/** The day to ask for, one page on or back. */
export const stepOf = ({ view, day }: CalendarAsked, by: 1 | -1): Day => addDays(day, by * daysOf[view])
