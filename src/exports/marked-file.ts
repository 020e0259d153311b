import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../platform/words.ts'
import type { ExportMark } from './mark-export.ts'
import { words } from './words.ts'

/** A file for a spreadsheet, and the name under which it is saved. */
export interface ExportFile {
  fileName: string
  csv: string
}

/**
 * A table as a file in which every row carries the mark, so that a row that was copied out still says where it comes from.
 * Values that a spreadsheet would take for a formula are made harmless.
 *
 * @param name - how the file is called before its number: `release-list`.
 */
export function markedFile(
  locale: Locale,
  { number, by, agency, at }: ExportMark,
  { name, header, rows }: { name: string; header: readonly string[]; rows: readonly (readonly string[])[] },
): ExportFile {
  const mark = [number, by, agency, at.toISOString()].filter(Boolean).join('; ')
  const marked = [[...header, words(locale)('column')], ...rows.map((row) => [...row, mark])]
  return { fileName: `${name}-${number}.csv`, csv: stringify(marked, { bom: true, escape_formulas: true }) }
}
