import { parse } from 'csv-parse/sync'
import type { FileProblem } from './problems.ts'
import type { ReadSheet, SheetRow } from './read-sheet.ts'
import { hasEndlessLine, isTooLarge, mostRows } from './sheet-size.ts'

const delimiters = [',', ';', '\t', '|']

/**
 * Lays out text that is separated by commas, semicolons, tabs or bars; the first row that is not blank has the headers. Blank rows are
 * left out as they are read: a spreadsheet writes a million of them below a list, and more than fit in memory.
 */
export function readCsv(text: string): ReadSheet {
  if (hasEndlessLine(text)) return { problem: 'too-large' }
  const records = parsed(text)
  if ('problem' in records) return records

  const [headers, ...rest] = records.filled
  if (!headers) return { problem: 'empty' }
  if (isTooLarge(headers.cells.length, rest.length)) return { problem: 'too-large' }
  const columns = uniqueNames(headers.cells)
  return { sheet: { format: 'CSV', columns, rows: rest.map(({ row, cells }) => laidOut(row, cells, columns.length)) } }
}

interface Numbered {
  row: number
  cells: string[]
}

class TooManyRows extends Error {}

function parsed(text: string): { filled: Numbered[] } | { problem: FileProblem } {
  const filled: Numbered[] = []
  let row = 0
  const keep = (cells: string[]) => {
    row += 1
    if (isFilled(cells) && filled.push({ row, cells }) > mostRows + 1) throw new TooManyRows()
    return null // so that the parser gathers nothing itself
  }
  try {
    parse(text, {
      delimiter: likelyDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      on_record: keep,
    })
    return { filled }
  } catch (error) {
    if (error instanceof TooManyRows) return { problem: 'too-large' }
    return { problem: 'quote-not-closed' } // with ragged rows and loose quotes allowed, that is all that is left
  }
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '')

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
