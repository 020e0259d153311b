import { inOrder, readNumber, readYesNo } from './cells.ts'
import { FileProblem } from './file-problem.ts'

/**
 * What a column is read as. `event` is yes and no, or 2 and 1 as some programs write them; `measure` is a number, or yes and no as 1 and 0; `either` is a number unless most of its cells
 * are text: then each of its values is a level.
 */
export type Kind = 'number' | 'text' | 'yes-no' | 'event' | 'measure' | 'either'

export interface NumberColumn {
  kind: 'number'
  name: string
  /** NaN where the cell is empty, in an optional column alone. */
  values: Float64Array
}

export interface TextColumn {
  kind: 'text'
  name: string
  /** In alphabetical order; numbers by size. */
  levels: string[]
  /** A place in `levels` for every row; -1 where the cell is empty, in an optional column alone. */
  codes: Int32Array
}

export type Column = NumberColumn | TextColumn

/** Takes a column's cells one by one, in typed arrays that double, so that a million rows fit. */
export class ColumnBuilder {
  readonly name: string
  readonly #kind: Kind
  readonly #delimiter: string
  readonly #levels = new Map<string, number>()
  #numbers = new Float64Array(1024)
  #codes: Int32Array | undefined
  #rows = 0
  #texts = 0
  #firstText: { row: number; cell: string } | undefined

  constructor(name: string, kind: Kind, delimiter: string) {
    this.name = name
    this.#kind = kind
    this.#delimiter = delimiter
  }

  /** @throws FileProblem where the column is of numbers, or of yes and no, and the cell is not. */
  add(cell: string, row: number): void {
    if (this.#rows === this.#numbers.length) this.#grow()
    const read = this.#read(cell)
    if (read !== undefined) this.#numbers[this.#rows] = read
    else this.#addText(cell, row)
    this.#rows += 1
  }

  addMissing(): void {
    if (this.#rows === this.#numbers.length) this.#grow()
    this.#numbers[this.#rows] = Number.NaN
    if (this.#codes) this.#codes[this.#rows] = -1
    this.#rows += 1
  }

  /** @throws FileProblem where most cells are numbers and some are not. */
  finish(): Column {
    const isText = this.#kind === 'text' || this.#texts * 2 >= this.#rows
    if (this.#texts === 0 && this.#kind !== 'text') {
      return { kind: 'number', name: this.name, values: this.#numbers.slice(0, this.#rows) }
    }
    if (!isText) throw this.#noNumber(this.#firstText!.cell, this.#firstText!.row, true)
    return this.#asText()
  }

  #read(cell: string): number | undefined {
    if (this.#kind === 'text') return undefined
    if (this.#kind === 'event' && cell === '2') return 2
    if (this.#kind === 'yes-no' || this.#kind === 'event') return readYesNo(cell)
    const value = readNumber(cell, this.#delimiter)
    return value === undefined && this.#kind === 'measure' ? readYesNo(cell) : value
  }

  #addText(cell: string, row: number): void {
    if (this.#kind === 'number' || this.#kind === 'measure') throw this.#noNumber(cell, row, false)
    if (this.#kind === 'yes-no' || this.#kind === 'event') {
      throw new FileProblem(`${shown(cell)} is neither yes nor no.`, 'Write 1 for yes and 0 for no.', {
        row,
        column: this.name,
      })
    }
    this.#firstText ??= { row, cell }
    this.#texts += 1
    this.#codes ??= new Int32Array(this.#numbers.length).fill(-1)
    this.#codes[this.#rows] = this.#codeOf(cell)
    this.#numbers[this.#rows] = Number.NaN
  }

  #codeOf(level: string): number {
    const known = this.#levels.get(level)
    if (known !== undefined) return known
    this.#levels.set(level, this.#levels.size)
    return this.#levels.size - 1
  }

  #asText(): TextColumn {
    const codes = (this.#codes ?? new Int32Array(this.#rows).fill(-1)).slice(0, this.#rows)
    for (let row = 0; row < this.#rows; row += 1) {
      const value = this.#numbers[row]!
      if (codes[row] === -1 && !Number.isNaN(value)) codes[row] = this.#codeOf(String(value))
    }
    const asRead = [...this.#levels.keys()]
    const levels = inOrder(asRead)
    const place = new Map(levels.map((level, index) => [level, index]))
    const moved = Int32Array.from(asRead, (level) => place.get(level)!)
    for (let row = 0; row < this.#rows; row += 1) if (codes[row]! >= 0) codes[row] = moved[codes[row]!]!
    return { kind: 'text', name: this.name, levels, codes }
  }

  #noNumber(cell: string, row: number, mayBeText: boolean): FileProblem {
    const cure = `Write a number there, or leave the cell empty${mayBeText ? '; if the column holds words, name it in --text' : ''}.`
    return new FileProblem(`${shown(cell)} is not a number.`, cure, { row, column: this.name })
  }

  #grow(): void {
    const numbers = new Float64Array(this.#numbers.length * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
    if (!this.#codes) return
    const codes = new Int32Array(numbers.length).fill(-1)
    codes.set(this.#codes)
    this.#codes = codes
  }
}

const mostShown = 40
const shown = (cell: string): string => JSON.stringify(cell.length > mostShown ? `${cell.slice(0, mostShown)}…` : cell)
