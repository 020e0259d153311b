import type { ImportField } from './fields.ts'
import { type ReadPerson, readPerson } from './read-person.ts'
import { columnsOf } from './row-cells.ts'

export type Cells = Partial<Record<ImportField, string | undefined>>

export const readingFor = { jurisdiction: 'UK-EW', today: '2026-11-22', agencyCode: 'FHI' } as const
/** What makes a person known, with a release date: nothing about such a row has to be said. */
export const known: Cells = { PRISON_NUMBER: 'A9914DK', familyName: 'Okafor', givenName: 'Daniel', CRD: '2026-11-27' }

/** Reads a row of which each column is called as the field that it feeds; for tests. */
export function readRow(cells: Cells): ReadPerson {
  const columns = (Object.keys(cells) as ImportField[]).filter((field) => cells[field] !== undefined)
  const row = { row: 2, cells: columns.map((field) => cells[field]!), extra: [] }
  const mapping = Object.fromEntries(columns.map((field) => [field, field]))
  return readPerson(row, columnsOf({ format: 'CSV', columns, rows: [row] }, mapping), readingFor)
}

/** The column and the code of each problem. */
export const said = (problems: readonly { column: string; problem: string }[]): [string, string][] =>
  problems.map(({ column, problem }) => [column, problem])
