import { type Day, dayOf } from '../platform/calendar-day.ts'
import type { ValueProblem } from './problems.ts'

export interface ReadDate {
  day?: Day
  problem?: ValueProblem
}

export interface DateHints {
  /** Somewhere in the column a day above 12 comes first, so that 03/04/2026 is 3 April. */
  dayFirst: boolean
  /** The years that two digits may mean: the hundred that begin with this one. */
  from: number
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/
const words = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+(\p{L}{3,})\.?[ ,-]+(\d{4}|\d{2})$/u
const time = /[T ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

const months = [
  ['jan', 'gen'],
  ['feb', 'febr'],
  ['mar', 'mrt', 'maart'],
  ['apr'],
  ['may', 'mag', 'mei'],
  ['jun', 'giu'],
  ['jul', 'lug'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct', 'ott', 'okt'],
  ['nov'],
  ['dec', 'dic'],
]

/** Reads a date as people and machines write it; says why where it cannot be read or might be read otherwise. */
export function readDate(text: string, hints: DateHints): ReadDate {
  const clean = text.replace(/\s+/g, ' ').trim().replace(time, '')
  const ordered = iso.exec(clean)
  if (ordered) return exact(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]))

  const worded = words.exec(clean)
  if (worded) return inWords(worded, hints)
  const numbered = numbers.exec(clean)
  if (numbered) return inNumbers(numbered, hints)
  // Spreadsheets count days from 1900: 5 digits, perhaps with a fraction for the time.
  return /^\d{5}([.,]\d+)?$/.test(clean) ? { problem: 'date-serial' } : { problem: 'date-unreadable' }
}

/** Whether a date in numbers proves that its column puts the day first. */
export function provesDayFirst(text: string): boolean {
  const found = numbers.exec(text.trim().replace(time, ''))
  return found !== null && Number(found[1]) > 12 && Number(found[2]) <= 12
}

function inWords([, date, monthName = '', yearText = '']: RegExpExecArray, hints: DateHints): ReadDate {
  const name = monthName.toLowerCase()
  const month = months.findIndex((starts) => starts.some((start) => name.startsWith(start)))
  if (month < 0) return { problem: 'date-unreadable' }
  return twoDigit(yearText, exact(yearOf(yearText, hints), month + 1, Number(date)))
}

function inNumbers([, first, second, yearText = '']: RegExpExecArray, hints: DateHints): ReadDate {
  const [date, month, year] = [Number(first), Number(second), yearOf(yearText, hints)]
  if (month > 12 && dayOf(year, date, month)) return { problem: 'date-month-first' }
  const read = exact(year, month, date)
  if (read.day && !hints.dayFirst && date <= 12 && date !== month) return { ...read, problem: 'date-ambiguous' }
  return twoDigit(yearText, read)
}

function exact(year: number, month: number, date: number): ReadDate {
  // The years of CalendarDay; beyond them it is the year that was mistyped, whatever stands before it.
  if (year < 1900 || year > 2200) return { problem: 'date-year' }
  const day = dayOf(year, month, date)
  return day ? { day } : { problem: 'date-impossible' }
}

const twoDigit = (yearText: string, read: ReadDate): ReadDate =>
  read.day && yearText.length === 2 ? { ...read, problem: 'date-two-digit-year' } : read

function yearOf(text: string, { from }: DateHints): number {
  if (text.length === 4) return Number(text)
  const sameCentury = Math.floor(from / 100) * 100 + Number(text)
  return sameCentury >= from ? sameCentury : sameCentury + 100
}
