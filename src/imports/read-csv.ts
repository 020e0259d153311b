import { parse } from 'csv-parse/sync'
import type { ReadSheet, SheetRow } from './read-sheet.ts'

const delimiters = [',', ';', '\t', '|']

/** Lays out text that is separated by commas, semicolons, tabs or bars; the first row that is not blank has the headers. */
export function readCsv(text: string): ReadSheet {
  const records = parsed(text)
  if (!records) return { problem: 'quote-not-closed' }

  const [headers, ...rest] = records
  if (!headers) return { problem: 'empty' }
  const columns = uniqueNames(headers.cells)
  const rows = rest.map(({ row, cells }) => laidOut(row, cells, columns.length)).filter(isNotBlank)
  return { sheet: { format: 'CSV', columns, rows } }
}

interface Numbered {
  row: number
  cells: string[]
}

function parsed(text: string): Numbered[] | undefined {
  try {
    const records: string[][] = parse(text, {
      delimiter: likelyDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    })
    return records.map((cells, index) => ({ row: index + 1, cells })).slice(firstFilled(records))
  } catch {
    return undefined // with ragged rows and loose quotes allowed, a quote that never closes is all that is left
  }
}

const firstFilled = (records: string[][]): number => {
  const index = records.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  return index < 0 ? records.length : index
}

/** The one that the first line holds most of, quoted parts left out. */
function likelyDelimiter(text: string): string {
  const firstLine = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '')
  const counts = delimiters.map((delimiter) => firstLine.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))]!
}

function uniqueNames(headers: string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const name = header.replace(/\s+/g, ' ').trim() || `Column ${index + 1}`
    let unique = name
    for (let again = 2; taken.has(unique); again += 1) unique = `${name} (${again})`
    taken.add(unique)
    return unique
  })
}

function laidOut(row: number, cells: string[], width: number): SheetRow {
  const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '')
  return { row, cells: filled, extra: cells.slice(width).filter((cell) => cell.trim() !== '') }
}

const isNotBlank = ({ cells, extra }: SheetRow): boolean => extra.length > 0 || cells.some((cell) => cell.trim() !== '')
