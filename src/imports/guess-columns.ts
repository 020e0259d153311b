import { type ColumnMapping, type ImportField, spellings } from './fields.ts'
import type { Sheet } from './read-sheet.ts'

const fieldOfSpelling = new Map(
  Object.entries(spellings).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as ImportField])),
)

/**
 * What each column probably holds, from its header. What the agency chose the last time for the same header goes first;
 * of two columns that look alike the first is taken.
 */
export function guessColumns(sheet: Sheet, remembered: Record<string, ImportField | ''> = {}): ColumnMapping {
  const mapping: ColumnMapping = {}
  const taken = new Set<ImportField>()
  const take = (column: string, field: ImportField | undefined) => {
    if (!field || taken.has(field)) return
    mapping[column] = field
    taken.add(field)
  }
  for (const column of sheet.columns) take(column, remembered[column] || undefined)
  for (const column of sheet.columns) if (!(column in remembered)) take(column, guess(column, sheet))
  return mapping
}

function guess(column: string, sheet: Sheet): ImportField | undefined {
  // The search's own releaseDate is worked out from the others; taking it too would keep one date twice.
  if (sheet.format === 'PRISON_SEARCH' && column === 'releaseDate') return undefined
  return fieldOfSpelling.get(simplified(column))
}

const simplified = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
