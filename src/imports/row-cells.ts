import type { ImportField } from './fields.ts'
import type { RowProblem, ValueProblem } from './problems.ts'
import { provesDayFirst, type ReadDate, readDate } from './read-date.ts'
import type { Sheet, SheetRow } from './read-sheet.ts'

/** What people type where they have nothing to say. */
const noValue = /^(n\/?a|none|not known|unknown|not recorded|nil|null|tbc|tba|[-–—.?]+)$/i
const longest = 500

/** The columns of a sheet by the field that they feed, and what its dates prove about their order. */
export interface Columns<Field extends string = ImportField> {
  indexOf: ReadonlyMap<Field, number>
  names: readonly string[]
  dayFirst: ReadonlySet<number>
}

export function columnsOf<Field extends string>(sheet: Sheet, mapping: Record<string, Field>): Columns<Field> {
  const indexOf = new Map<Field, number>()
  for (const [index, column] of sheet.columns.entries()) {
    const field = Object.hasOwn(mapping, column) ? mapping[column] : undefined // a header may be "constructor"
    if (field && !indexOf.has(field)) indexOf.set(field, index)
  }
  const dayFirst = new Set<number>()
  for (const index of indexOf.values()) {
    if (sheet.rows.some(({ cells }) => provesDayFirst(cells[index] ?? ''))) dayFirst.add(index)
  }
  return { indexOf, names: sheet.columns, dayFirst }
}

/** One row while it is read: looks cells up by field and keeps what is wrong with them. */
export interface RowCells<Field extends string = ImportField> {
  has(field: Field): boolean
  /** Whether anything stands in the cell, be it readable or not. */
  holds(field: Field): boolean
  text(field: Field): string
  date(field: Field, from: number): ReadDate['day']
  warn(field: Field, problem: ValueProblem): void
  reject(field: Field, problem: ValueProblem): void
  errors: RowProblem[]
  warnings: RowProblem[]
}

export function openRow<Field extends string>(
  { row, cells, extra }: SheetRow,
  { indexOf, names, dayFirst }: Columns<Field>,
): RowCells<Field> {
  const errors: RowProblem[] = []
  const warnings: RowProblem[] = []
  const raw = (field: Field): string => cells[indexOf.get(field) ?? -1] ?? ''
  const about = (field: Field, problem: ValueProblem): RowProblem => {
    const index = indexOf.get(field)
    return { row, column: index === undefined ? field : (names[index] ?? field), value: raw(field).trim(), problem }
  }
  const warn: RowCells<Field>['warn'] = (field, problem) => {
    const said = about(field, problem)
    // A cell is looked at more than once, and said once.
    if (!warnings.some((known) => known.problem === problem && known.column === said.column)) warnings.push(said)
  }
  for (const [index, value] of extra.entries()) {
    warnings.push({ row, column: `Column ${cells.length + index + 1}`, value, problem: 'extra-cell' })
  }

  return {
    errors,
    warnings,
    warn,
    has: (field) => indexOf.has(field),
    holds: (field) => raw(field).trim() !== '',
    reject: (field, problem) => void errors.push(about(field, problem)),
    text: (field) => {
      const value = raw(field).trim()
      if (noValue.test(value)) {
        warn(field, 'no-value')
        return ''
      }
      if (value.length > longest && field !== 'aliases') {
        warn(field, 'too-long')
        return ''
      }
      return value
    },
    date(field, from) {
      const value = this.text(field)
      if (value === '') return undefined
      const read = readDate(value, { dayFirst: dayFirst.has(indexOf.get(field) ?? -1), from })
      if (read.problem) warn(field, read.problem)
      return read.day
    },
  }
}
