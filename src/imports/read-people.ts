import type { IdentifierKind } from '../people/index.ts'
import type { ColumnMapping, ImportField } from './fields.ts'
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
  const headerOf = (field: ImportField) => sheet.columns[columns.indexOf.get(field) ?? -1] ?? field
  const repeats = repeatsOf(people, key, headerOf)
  // Where no column holds the number, that is said once and not in every row.
  const isNews = ({ problem }: RowProblem) => problem !== 'key-missing' || columns.indexOf.has(key)
  const isRepeat = new Set(repeats.map(({ row }) => row))

  const used = new Set(columns.indexOf.values())
  return {
    people: people.filter(({ row }) => !isRepeat.has(row)),
    errors: [...rows.flatMap(({ errors }) => errors), ...repeats.filter(isMistake)].sort((a, b) => a.row - b.row),
    warnings: [
      ...(columns.indexOf.has(key)
        ? []
        : [{ row: headerRow, column: key, value: '', problem: 'key-column-missing' } as const]),
      ...rows.flatMap(({ warnings }) => warnings).filter(isNews),
      ...repeats.filter((repeat) => !isMistake(repeat)),
    ],
    ignored: sheet.columns.flatMap((column, index) => {
      if (used.has(index)) return []
      return { column, count: sheet.rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length }
    }),
  }
}

const headerRow = 1

/**
 * Second rows with the key number of an earlier one, or with its name and date of birth where neither has a number. One that says the
 * same is left out with a warning; one that says something else is a mistake, and nobody here can tell which of the two is right.
 */
function repeatsOf(
  people: IncomingPerson[],
  kind: IdentifierKind,
  headerOf: (field: ImportField) => string,
): RowProblem[] {
  const first = new Map<string, IncomingPerson>()
  return people.flatMap((person) => {
    const number = person.identifiers.find((identifier) => identifier.kind === kind)?.value
    const { givenName, familyName, bornOn } = person
    const key = number ?? (bornOn && `${givenName} ${familyName} ${bornOn}`.toLowerCase())
    if (key === undefined) return []
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, person)
      return []
    }
    const isSame = JSON.stringify({ ...person, row: 0 }) === JSON.stringify({ ...earlier, row: 0 })
    const where = number
      ? { column: headerOf(kind), value: number }
      : { column: headerOf('familyName'), value: familyName }
    const problem = isSame ? 'same-row-twice' : number ? 'same-key-twice' : 'same-person-twice'
    return { row: person.row, ...where, problem } as const
  })
}

const isMistake = ({ problem }: RowProblem): boolean => problem === 'same-key-twice' || problem === 'same-person-twice'
