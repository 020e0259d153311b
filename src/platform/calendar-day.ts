import { config } from './config.ts'

/** A day without a time, 'YYYY-MM-DD'. Days compare and sort as text. */
export type Day = string

/** The zone of the partnership, whose clocks every page shows. */
export const homeZone = config.TIME_ZONE

const msInDay = 86_400_000
const earliestYear = 1900
const latestYear = 2200
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a day that exists, in a year from 1900 to 2200; 31 February and the year 0202 are no days. */
export function parseDay(text: string): Day | undefined {
  const found = pattern.exec(text.trim())
  return found ? dayOf(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

/** The day of these numbers (month 1 to 12), or undefined where the calendar has none or the year is absurd. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!(year >= earliestYear && year <= latestYear)) return undefined
  const at = new Date(Date.UTC(year, month - 1, date))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date
  return exists ? write(at.getTime()) : undefined
}

export const isDay = (text: string): boolean => parseDay(text) === text

export const addDays = (day: Day, count: number): Day => write(read(day) + count * msInDay)

/** Whole days from the first to the second; negative when the second comes first. */
export const daysBetween = (from: Day, to: Day): number => Math.round((read(to) - read(from)) / msInDay)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(read(day)).getUTCDay() || 7

const formats = new Map<string, Intl.DateTimeFormat>() // making one costs 50 us, using it 1

/** The day that a clock on the wall in a zone shows at an instant. */
export function dayAt(at: Date, zone: string = homeZone): Day {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(at)
}

/** Whole years lived; somebody born on 29 February has their birthday on 1 March in other years. */
export function ageOn(bornOn: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** The same date so many months on, or the last of that month where it has none: 31 August and 6 months is 28 February. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const months = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1]
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate()
  return write(Date.UTC(inYear, inMonth - 1, Math.min(date, last)))
}

function read(day: Day): number {
  const ms = Date.parse(day)
  if (Number.isNaN(ms)) throw new RangeError('Not a day: expected YYYY-MM-DD.')
  return ms
}

const write = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
