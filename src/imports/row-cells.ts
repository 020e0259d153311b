import type { ColumnMapping, ImportField } from './fields.ts'
import type { RowProblem, ValueProblem } from './problems.ts'
import { provesDayFirst, type ReadDate, readDate } from './read-date.ts'
import type { Sheet, SheetRow } from './read-sheet.ts'

/** What people type where they have nothing to say. */
const noValue = /^(n\/?a|none|not known|unknown|not recorded|nil|null|tbc|tba|[-–—.?]+)$/i
const longest = 500

/** The columns of a sheet by the field that they feed, and what its dates prove about their order. */
export interface Columns {
  indexOf: ReadonlyMap<ImportField, number>
  names: readonly string[]
  dayFirst: ReadonlySet<number>
}

export function columnsOf(sheet: Sheet, mapping: ColumnMapping): Columns {
  const indexOf = new Map<ImportField, number>()
  for (const [index, column] of sheet.columns.entries()) {
    const field = mapping[column]
    if (field && !indexOf.has(field)) indexOf.set(field, index)
  }
  const dayFirst = new Set<number>()
  for (const index of indexOf.values()) {
    if (sheet.rows.some(({ cells }) => provesDayFirst(cells[index] ?? ''))) dayFirst.add(index)
  }
  return { indexOf, names: sheet.columns, dayFirst }
}

/** One row while it is read: looks cells up by field and keeps what is wrong with them. */
export interface RowCells {
  has(field: ImportField): boolean
  /** Whether anything stands in the cell, be it readable or not. */
  holds(field: ImportField): boolean
  text(field: ImportField): string
  date(field: ImportField, from: number): ReadDate['day']
  warn(field: ImportField, problem: ValueProblem): void
  reject(field: ImportField, problem: ValueProblem): void
  errors: RowProblem[]
  warnings: RowProblem[]
}

export function openRow({ row, cells, extra }: SheetRow, { indexOf, names, dayFirst }: Columns): RowCells {
  const errors: RowProblem[] = []
  const warnings: RowProblem[] = []
  const raw = (field: ImportField): string => cells[indexOf.get(field) ?? -1] ?? ''
  const about = (field: ImportField, problem: ValueProblem): RowProblem => {
    const index = indexOf.get(field)
    return { row, column: index === undefined ? field : (names[index] ?? field), value: raw(field).trim(), problem }
  }
  const warn: RowCells['warn'] = (field, problem) => {
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
