import { open } from 'node:fs/promises'
import { isMissing } from './cells.ts'
import { type Column, ColumnBuilder, type Kind, type NumberColumn, type TextColumn } from './column-builders.ts'
import { FileProblem } from './file-problem.ts'
import { readRecords } from './read-records.ts'

/** A column that an analysis reads. A row without a value in it is left out, unless the column is optional. */
export interface Wanted {
  name: string
  kind: Kind
  isOptional?: boolean
}

/** The rows of a file that have every value, as typed columns. */
export interface Table {
  /** How many rows stayed. */
  rows: number
  /** Where each of them stands in the file, as a spreadsheet counts: headers are row 1. */
  rowNumbers: Int32Array
  /** Rows left out because this column, the first such one, was empty. */
  leftOut: { column: string; rows: number }[]
  column(name: string): Column
  number(name: string): Float64Array
  text(name: string): TextColumn
}

/**
 * Reads the wanted columns of a CSV (commas, semicolons or tabs; UTF-8), row by row, whatever its size.
 *
 * @throws FileProblem no such file or column, a broken line, a value of the wrong kind; the message says how to mend it.
 */
export async function readTable(path: string, wanted: Wanted[]): Promise<Table> {
  const delimiter = await delimiterOf(path)
  let reader: Reader | undefined
  await readRecords(path, delimiter, (cells, row) => {
    if (reader) reader.add(cells, row)
    else reader = new Reader(cells, wanted, delimiter)
  })
  if (!reader) throw new FileProblem('The file is empty.', 'Give a CSV whose first row names the columns.')
  return (reader as Reader).finish()
}

/** What parts the header's cells, from the first kilobytes. @throws FileProblem no such file */
export async function delimiterOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined)
  if (!file) throw new FileProblem(`There is no file ${path}, or it may not be read.`, 'Look at the path.')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0)
    const header = /^\s*(.*)/.exec(buffer.toString('utf8', 0, bytesRead))?.[1] ?? ''
    const counts = [',', ';', '\t'].map((sign) => ({ sign, cells: header.replace(/"[^"]*"/g, '').split(sign).length }))
    return counts.reduce((best, next) => (next.cells > best.cells ? next : best)).sign
  } catch {
    throw new FileProblem(`${path} cannot be read as a file.`, 'Look at the path.')
  } finally {
    await file.close()
  }
}

class Reader {
  readonly #header: string[]
  readonly #wanted: (Wanted & { place: number; builder: ColumnBuilder; missing: number })[]
  #rowNumbers = new Int32Array(1024)
  #rows = 0

  constructor(header: string[], wanted: Wanted[], delimiter: string) {
    this.#header = header.map((name) => name.trim())
    this.#wanted = wanted.map((column) => ({
      ...column,
      place: this.#placeOf(column.name),
      builder: new ColumnBuilder(column.name, column.kind, delimiter),
      missing: 0,
    }))
  }

  add(record: string[], row: number): void {
    if (record.length !== this.#header.length) {
      const wrong = `It has ${record.length} cells where the header has ${this.#header.length}.`
      throw new FileProblem(wrong, 'Mend the line: a cell that holds the separator goes in quotes.', { row })
    }
    for (const column of this.#wanted) {
      const cell = record[column.place]!.trim()
      record[column.place] = cell
      if (column.isOptional || !isMissing(cell)) continue
      column.missing += 1
      return
    }
    for (const { place, builder } of this.#wanted) {
      if (isMissing(record[place]!)) builder.addMissing()
      else builder.add(record[place]!, row)
    }
    this.#keep(row)
  }

  finish(): Table {
    const asText = this.#finished(({ kind }) => kind === 'text')
    const columns = this.#finished(({ kind }) => kind !== 'text')
    const leftOut = this.#wanted
      .filter(({ missing }) => missing > 0)
      .map(({ name, missing }) => ({ column: name, rows: missing }))
    if (this.#rows === 0) {
      const wrong = leftOut.length > 0 ? 'No row has a value in every column.' : 'There is no row under the header.'
      throw new FileProblem(wrong, 'Look at the file, or leave out the columns that are empty.')
    }
    const column = (name: string) => columns.get(name) ?? asText.get(name)!
    return {
      rows: this.#rows,
      rowNumbers: this.#rowNumbers.slice(0, this.#rows),
      leftOut,
      column,
      number: (name) => (column(name) as NumberColumn).values,
      text: (name) => (asText.get(name) ?? column(name)) as TextColumn,
    }
  }

  /** One column may be wanted twice, as groups and as a number. */
  #finished(isMeant: (column: Wanted) => boolean): Map<string, Column> {
    return new Map(this.#wanted.filter(isMeant).map(({ name, builder }) => [name, builder.finish()]))
  }

  #placeOf(name: string): number {
    const place = this.#header.indexOf(name)
    if (place < 0) {
      throw new FileProblem('The file has no such column.', `It has: ${this.#header.join(', ')}.`, { column: name })
    }
    if (this.#header.lastIndexOf(name) === place) return place
    throw new FileProblem('Two columns have this name.', 'Rename one of them.', { column: name })
  }

  #keep(row: number): void {
    if (this.#rows === this.#rowNumbers.length) {
      const grown = new Int32Array(this.#rows * 2)
      grown.set(this.#rowNumbers)
      this.#rowNumbers = grown
    }
    this.#rowNumbers[this.#rows] = row
    this.#rows += 1
  }
}
