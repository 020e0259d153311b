import { type Day, dayOf } from '../calendar-day.ts'
import { type Typed, typedText } from './form.ts'

/**
 * Reads the three boxes of a `DateInput`.
 *
 * @returns null when nothing was typed, undefined when what was typed is no day of the calendar.
 */
export function readDay(form: { typed: Typed }, field: string): Day | null | undefined {
  const { day, month, year } = dayBoxes(form, field)
  if (day === '' && month === '' && year === '') return null
  const parts = [year, month, day]
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  return dayOf(Number(year), Number(month), Number(day))
}

/** What was typed into the three boxes, to be shown again. */
export function dayBoxes(form: { typed: Typed }, field: string): { day: string; month: string; year: string } {
  const box = (name: string) => typedText(form, `${field}-${name}`).trim()
  return { day: box('day'), month: box('month'), year: box('year') }
}

/** A kept day as if it had been typed; nothing for no day. */
export function typedDay(field: string, day: Day | null): Typed {
  if (!day) return {}
  const [year, month, date] = day.split('-')
  return {
    [`${field}-day`]: String(Number(date)),
    [`${field}-month`]: String(Number(month)),
    [`${field}-year`]: year,
  }
}

/** A time such as 9:05 or 14.30 as '09:05'; undefined when it is none. */
export function readTime(text: string): string | undefined {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim())
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : undefined
}
