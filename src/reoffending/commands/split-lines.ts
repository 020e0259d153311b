import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { FileProblem } from '../../outcomes/index.ts'

/**
 * Splits a CSV into cells row by row, without holding the file; blank rows are passed over.
 *
 * A row without quotes is split by hand: half a million rows take half a second so, and three with a parser of streams.
 *
 * @param take - gets the cells and the number of the row, as a spreadsheet counts.
 */
export async function eachLine(
  file: { path: string; name: string },
  take: (cells: string[], row: number) => void,
): Promise<void> {
  let delimiter: string | undefined
  let open: string[] = [] // lines since a quote that has not closed yet
  let row = 0

  const takeLine = (line: string) => {
    const hasOddQuotes = line.includes('"') && line.split('"').length % 2 === 0
    if (open.length > 0 || hasOddQuotes) open.push(line)
    const staysOpen = open.length > 1 ? !hasOddQuotes : hasOddQuotes
    if (open.length > 0 && staysOpen) return
    const whole = open.length > 0 ? open.join('\n') : line
    open = []
    row += 1
    if (whole.trim() === '') return
    delimiter ??= likelyDelimiter(whole)
    take(whole.includes('"') ? quoted(file.name, row, whole, delimiter) : whole.split(delimiter), row)
  }

  let rest = ''
  for await (const chunk of chunksOf(file)) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) takeLine(withoutReturn(line))
  }
  if (rest !== '') takeLine(withoutReturn(rest))
  if (open.length > 0) throw new FileProblem(`${file.name} opens a quote that never closes.`, 'Close it.', { row: row + 1 })
}

async function* chunksOf({ path, name }: { path: string; name: string }): AsyncGenerator<string> {
  let isFirst = true
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      yield isFirst ? chunk.replace(/^\uFEFF/, '') : chunk
      isFirst = false
    }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    throw new FileProblem(`There is no file ${name}, or it may not be read.`, 'Look at the path.')
  }
}

function quoted(name: string, row: number, line: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(line, { delimiter, relax_column_count: true }) as string[][]
    return cells
  } catch {
    throw new FileProblem(`${name} has a quote out of place.`, 'Write a quote inside a cell twice.', { row })
  }
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)

function likelyDelimiter(headers: string): string {
  const countOf = (delimiter: string) => headers.split(delimiter).length
  return [',', ';', '\t'].reduce((most, next) => (countOf(next) > countOf(most) ? next : most))
}
