import { type ExportFile, type ExportMark, markedFile } from '../exports/index.ts'
import type { Locale } from '../platform/words.ts'
import type { StoredProblem } from './queries/rows.ts'
import { sayProblem } from './say-problem.ts'
import { words } from './words.ts'

/** The row-level report as a file. A value that a spreadsheet would take for a formula is made harmless. */
export function problemsCsv(locale: Locale, mark: ExportMark, problems: StoredProblem[]): ExportFile {
  const say = words(locale)
  const header = ['row', 'column', 'value', 'kind', 'reason'].map((name) => say(`problem.${name}` as 'problem.row'))
  const rows = problems.map((problem) => {
    const { row, column, value, reason } = sayProblem(locale, problem)
    return [String(row), column, value, say(problem.isError ? 'problem.error' : 'problem.warning'), reason]
  })
  return markedFile(locale, mark, { name: 'import-problems', header, rows })
}
