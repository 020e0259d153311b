import type { IdentifierKind } from '../people/index.ts'
import type { ColumnMapping } from './fields.ts'
import type { IncomingPerson } from './incoming-person.ts'
import type { RowProblem } from './problems.ts'
import { keyOf } from './read-identifiers.ts'
import { type ReadingFor, readPerson } from './read-person.ts'
import type { Sheet } from './read-sheet.ts'
import { columnsOf } from './row-cells.ts'

export interface ReadPeople {
  people: IncomingPerson[]
  errors: RowProblem[]
  warnings: RowProblem[]
  /** Columns that feed no field, and in how many rows something stood in them. */
  ignored: { column: string; count: number }[]
}

/** Reads every row of a sheet as a person. Each cell with something in it is used, reported, or in an ignored column. */
export function readPeople(sheet: Sheet, mapping: ColumnMapping, readingFor: ReadingFor): ReadPeople {
  const columns = columnsOf(sheet, mapping)
  const rows = sheet.rows.map((row) => readPerson(row, columns, readingFor))
  const people = rows.flatMap(({ person }) => person ?? [])
  const key = keyOf[readingFor.jurisdiction]
  const repeats = repeatsOf(people, key, sheet.columns[columns.indexOf.get(key) ?? -1] ?? key)
  const isRepeat = new Set(repeats.map(({ row }) => row))

  const used = new Set(columns.indexOf.values())
  return {
    people: people.filter(({ row }) => !isRepeat.has(row)),
    errors: [...rows.flatMap(({ errors }) => errors), ...repeats.filter(isMistake)].sort((a, b) => a.row - b.row),
    warnings: [...rows.flatMap(({ warnings }) => warnings), ...repeats.filter((repeat) => !isMistake(repeat))],
    ignored: sheet.columns.flatMap((column, index) => {
      if (used.has(index)) return []
      return { column, count: sheet.rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length }
    }),
  }
}

/**
 * Second rows with the key number of an earlier one. One that says the same is left out with a warning; one that says
 * something else is a mistake, and nobody here can tell which of the two is right.
 */
function repeatsOf(people: IncomingPerson[], kind: IdentifierKind, column: string): RowProblem[] {
  const first = new Map<string, IncomingPerson>()
  return people.flatMap((person) => {
    const key = person.identifiers.find((identifier) => identifier.kind === kind)?.value
    if (key === undefined) return []
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, person)
      return []
    }
    const isSame = JSON.stringify({ ...person, row: 0 }) === JSON.stringify({ ...earlier, row: 0 })
    return { row: person.row, column, value: key, problem: isSame ? 'same-row-twice' : 'same-key-twice' } as const
  })
}

const isMistake = ({ problem }: RowProblem): boolean => problem === 'same-key-twice'
