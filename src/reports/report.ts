import type { Day } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'

/** Whole months, both counted. */
export interface Range {
  /** The first day of the first month. */
  from: Day
  /** The last day of the last month. */
  to: Day
  /** What the agency sent, or what it was sent; where the report tells them apart. */
  side: 'FROM' | 'TO'
}

export type Value = string | number | null

export interface ReportTable {
  caption: string
  columns: readonly { text: string; isNumeric?: boolean }[]
  rows: readonly (readonly Value[])[]
}

/** A report as it is drawn: what the numbers say in a sentence, the numbers, and what they do not say. */
export interface Report {
  finding: string
  caveat: string
  tables: readonly ReportTable[]
  /** The same numbers for a spreadsheet: codes and ISO 8601 days. */
  rows: readonly Record<string, Value>[]
}

export type MakeReport = (reading: Reading, range: Range, locale: Locale) => Promise<Report>

/** Share of a whole in per cent, rounded; 0 of nothing is null. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 100) / whole)
