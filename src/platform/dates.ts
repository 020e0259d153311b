import { type Day, homeZone } from './calendar-day.ts'
import { type Locale, languageTags } from './words.ts'

/**
 * How a day is written: `long` "Friday 27 November 2026", `full` "27 November 2026", `short` "Fri 27 Nov 2026",
 * `brief` "Fri 27 Nov".
 */
export type DayStyle = 'long' | 'full' | 'short' | 'brief'

const styles: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  brief: { weekday: 'short', day: 'numeric', month: 'short' },
}

const formats = new Map<string, Intl.DateTimeFormat>() // making one costs 50 us, using it 1
const written = new Map<string, string>() // a list names the same few days on every row
const mostWritten = 5_000

/** A day in the reader's language, without the commas and dots that the languages disagree on. */
export function formatDay(locale: Locale, day: Day, style: DayStyle = 'short'): string {
  const key = `${locale} ${style} ${day}`
  const known = written.get(key)
  if (known) return known

  const at = new Date(`${day}T12:00:00Z`)
  const text = formatOf(locale, `day ${style}`, { ...styles[style], timeZone: 'UTC' })
    .format(at)
    .replaceAll(',', '')
    .replace(/\bSept\b/, 'Sep')
  if (written.size > mostWritten) written.clear()
  written.set(key, text)
  return text
}

/** The time of day on a wall clock of the home zone, 24-hour: 14:10. */
export function formatTime(locale: Locale, at: Date): string {
  return formatOf(locale, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: homeZone }).format(
    at,
  )
}

/** A day and a time together: "Fri 27 Nov 2026, 14:10". */
export function formatAt(locale: Locale, at: Date, style: DayStyle = 'short'): string {
  const day = formatOf(locale, `at ${style}`, { ...styles[style], timeZone: homeZone })
    .format(at)
    .replaceAll(',', '')
  return `${day.replace(/\bSept\b/, 'Sep')}, ${formatTime(locale, at)}`
}

/** A number with the language's own separators. */
export function formatNumber(locale: Locale, number: number): string {
  return number.toLocaleString(languageTags[locale])
}

function formatOf(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(languageTags[locale], options)
    formats.set(key, format)
  }
  return format
}
