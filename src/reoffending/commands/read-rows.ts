import { delimiterOf, FileProblem, readRecords } from '../../outcomes/index.ts'
import { type Day, parseDay } from '../../platform/calendar-day.ts'

/** One row: the cells of the columns that were asked for, '' where a column is not in the file. */
export interface FileRow<Column extends string> {
  /** As a spreadsheet counts: the headers are row 1. */
  row: number
  cell(column: Column): string
  /** @throws FileProblem where nothing stands. */
  text(column: Column): string
  /** @throws FileProblem where no day stands. */
  day(column: Column): Day
  /** All that the row holds, by the file's own names. */
  cells(): Record<string, string>
}

export interface RowFile<Column extends string> {
  path: string
  /** As the command's caller named it. */
  name: string
  required: readonly Column[]
  optional: readonly Column[]
  /** Other names under which a file may hold a column: {ageConv: 'age_at_conviction'}. */
  otherNames?: Record<string, Column>
}

/**
 * Reads a CSV row by row, however long it is; commas, semicolons or tabs.
 *
 * @returns the columns of the file that were asked for.
 * @throws FileProblem at the first row that cannot be used.
 */
export async function eachRow<Column extends string>(
  file: RowFile<Column>,
  take: (row: FileRow<Column>) => void,
): Promise<Set<Column>> {
  let columns: Layout<Column> | undefined
  await readRecords(file.path, await delimiterOf(file.path), (cells, row) => {
    if (columns) take(rowOf(file, columns, row, cells))
    else columns = layOut(file, cells)
  })
  if (!columns) throw new FileProblem(`${file.name} is empty.`, 'Give a CSV whose first row names the columns.')
  return new Set((columns as Layout<Column>).placeOf.keys())
}

interface Layout<Column> {
  headers: string[]
  placeOf: Map<Column, number>
}

function layOut<Column extends string>(file: RowFile<Column>, headers: string[]): Layout<Column> {
  const names = headers.map((header) => (file.otherNames?.[header.trim()] ?? header).trim().toLowerCase())
  const wanted = [...file.required, ...file.optional]
  const placeOfName = (column: string) => names.indexOf(column.toLowerCase())
  const missing = file.required.filter((column) => placeOfName(column) < 0)
  if (missing.length > 0) {
    const has = headers.map((header) => header.trim()).join(', ')
    throw new FileProblem(`${file.name} has no such column. It has: ${has}.`, 'Name its columns as --help says.', {
      column: missing.join(', '),
    })
  }
  const twice = wanted.find((column) => placeOfName(column) !== names.lastIndexOf(column.toLowerCase()))
  if (twice) {
    throw new FileProblem(`Two columns of ${file.name} have this name.`, 'Rename one of them.', { column: twice })
  }
  const placeOf = new Map(wanted.filter((column) => placeOfName(column) >= 0).map((name) => [name, placeOfName(name)]))
  return { headers: headers.map((header) => header.trim()), placeOf }
}

function rowOf<Column extends string>(
  file: RowFile<Column>,
  { headers, placeOf }: Layout<Column>,
  row: number,
  cells: string[],
): FileRow<Column> {
  if (cells.length !== headers.length) {
    const wrong = `${file.name} has ${cells.length} cells here where the header has ${headers.length}.`
    throw new FileProblem(wrong, 'Mend the line: a cell that holds the separator goes in quotes.', { row })
  }
  const cell = (column: Column) => cells[placeOf.get(column) ?? -1]?.trim() ?? ''
  const text = (column: Column) => cell(column) || bad(file.name, row, column, 'Nothing stands here', 'Fill it in.')
  return {
    row,
    cell,
    text,
    day: (column) =>
      knownDay(text(column)) ?? bad(file.name, row, column, `"${cell(column)}" is no date`, 'Write it as 2023-04-30.'),
    cells: () => Object.fromEntries(headers.map((header, index) => [header, cells[index]!])),
  }
}

/** @throws FileProblem always: what is wrong with a cell, and the cure. */
export function bad(name: string, row: number, column: string, what: string, cure: string): never {
  throw new FileProblem(`${what} (${name}).`, cure, { row, column })
}

const days = new Map<string, Day>() // a million rows hold a few thousand days

function knownDay(text: string): Day | undefined {
  const known = days.get(text)
  if (known) return known
  const day = parseDay(text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '')) // as databases write a date
  if (day && days.size < 100_000) days.set(text, day)
  return day
}
