import { z } from 'zod'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import type { Range } from './report.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const rangeQuery = z.object({
  from: month.optional().catch(undefined),
  to: month.optional().catch(undefined),
  side: z.enum(['FROM', 'TO']).catch('FROM'),
})

const monthsShown = 12
const monthsOffered = 36

/** The months that were asked for: the last twelve where nothing was said, turned round where they came in the wrong order. */
export function readRange(query: unknown, now: Date): Range {
  const asked = rangeQuery.parse(query)
  const last = offeredMonths(now)
  const to = asked.to ?? last[0]!
  const from = asked.from ?? last[monthsShown - 1]!
  const [first, final] = from <= to ? [from, to] : [to, from]
  return { from: `${first}-01`, to: lastDayOf(final), side: asked.side }
}

/** Months that can be chosen, this one first: `2026-03`. */
export function offeredMonths(now: Date): string[] {
  const today = dayAt(now)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return Array.from({ length: monthsOffered }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}
