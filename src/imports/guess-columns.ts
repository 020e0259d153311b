import { type ColumnMapping, type ImportField, spellings } from './fields.ts'
import type { Sheet } from './read-sheet.ts'

/**
 * What each column probably holds, from its header. What the agency chose the last time for the same header goes first;
 * of two columns that look alike the first is taken.
 */
export const guessColumns = (sheet: Sheet, remembered: Record<string, ImportField | ''> = {}): ColumnMapping =>
  guessFrom(spellings, sheet, remembered)

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
