import { type ColumnMapping, type ImportField, spellings } from './fields.ts'
import type { Sheet } from './read-sheet.ts'

/**
 * What each column probably holds, from its header, and the person’s number from what stands in it. What the agency chose the last time for the same header goes first;
 * of two columns that look alike the first is taken.
 */
export function guessColumns(sheet: Sheet, remembered: Record<string, ImportField | ''> = {}): ColumnMapping {
  const mapping = guessFrom(spellings, sheet, remembered)
  if (Object.values(mapping).includes('PRISON_NUMBER')) return mapping
  const column = sheet.columns.find(
    (each, index) => !mapping[each] && !(each in remembered) && holdsNumbers(sheet, index),
  )
  return column === undefined ? mapping : { ...mapping, [column]: 'PRISON_NUMBER' }
}

const prisonNumber = /^[A-Z]\d{4}[A-Z]{2}$/i // of England and Wales: nothing else on a list looks like it, whatever its header
const enough = 50

/** A column called "Ref" is the number of the person where every value is one. */
function holdsNumbers({ rows }: Sheet, index: number): boolean {
  const values = rows.slice(0, enough).flatMap(({ cells }) => cells[index]?.trim() || [])
  return values.length > 0 && values.every((value) => prisonNumber.test(value))
}

/** As `guessColumns`, for any fields and their spellings: headers without case, spaces and signs. */
export function guessFrom<Field extends string>(
  known: Partial<Record<Field, string>>,
  sheet: Sheet,
  remembered: Record<string, Field | ''>,
): Record<string, Field> {
  const fieldOf = new Map(
    Object.entries<string>(known as Record<Field, string>).flatMap(([field, words]) =>
      words.split(' ').map((word) => [word, field as Field] as const),
    ),
  )
  const mapping = new Map<string, Field>()
  const taken = new Set<Field>()
  const chosenBefore = new Map(Object.entries(remembered))
  const take = (column: string, field: Field | undefined) => {
    if (!field || taken.has(field)) return
    mapping.set(column, field)
    taken.add(field)
  }
  for (const column of sheet.columns) take(column, chosenBefore.get(column) || undefined)
  for (const column of sheet.columns)
    if (!chosenBefore.has(column)) take(column, isDerived(column, sheet) ? undefined : fieldOf.get(simplified(column)))
  return Object.fromEntries(mapping)
}

/** The search's own releaseDate is worked out from the others; taking it too would keep one date twice. */
const isDerived = (column: string, { format }: Sheet): boolean => format === 'PRISON_SEARCH' && column === 'releaseDate'

const simplified = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
