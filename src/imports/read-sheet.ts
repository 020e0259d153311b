import { decodeText } from './decode-text.ts'
import type { FileProblem } from './problems.ts'
import { readCsv } from './read-csv.ts'
import { readPrisonSearch } from './read-prison-search.ts'

export type SheetFormat = 'CSV' | 'PRISON_SEARCH'

/** A file laid out in columns and rows, nothing interpreted yet and nothing left out. */
export interface Sheet {
  format: SheetFormat
  /** Unique: a header that comes twice is "Name" and "Name (2)", one that is blank "Column 5". */
  columns: string[]
  rows: SheetRow[]
}

export interface SheetRow {
  /** As a spreadsheet counts: the headers are row 1. In a JSON page the first person is row 1. */
  row: number
  /** One for each column, '' where nothing stood. */
  cells: string[]
  /** What stood beyond the last column. */
  extra: string[]
}

export type ReadSheet = { sheet: Sheet } | { problem: FileProblem }

export const largestFile = 20 * 1024 * 1024

/** Reads a file as a list of people, a CSV or the page of a prison search; never throws. */
export function readSheet(bytes: Uint8Array): ReadSheet {
  if (bytes.length > largestFile) return { problem: 'too-large' }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) return { problem: 'workbook' }

  const text = decodeText(bytes)
  if (text.trim() === '') return { problem: 'empty' }
  if (looksBinary(text)) return { problem: 'not-text' }
  const read = /^\s*[[{]/.test(text) ? readPrisonSearch(text) : readCsv(text)
  return 'sheet' in read && read.sheet.rows.length === 0 ? { problem: 'no-rows' } : read
}

/** Pictures and programs are full of characters that no text has. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 2_000)
  const odd = start.match(/(?![\t\r\n\f\v])\p{Cc}|\uFFFD/gu)?.length ?? 0
  return odd > start.length / 20
}
