import { type ExportFile, markExport, markedFile } from '../exports/index.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import type { ListFilter } from './filters.ts'
import { listTable } from './list-csv.ts'
import { readReleasePage } from './queries/list.ts'
import { readFrame } from './release-list.ts'

const mostInFile = 5_000
const fieldGroups = ['identity', 'custody', 'needs'] as const

/** How many people the list as a file would hold for this reader. */
export async function countInFile(reading: Reading, filter: ListFilter, locale: Locale): Promise<number> {
  const { window } = await readFrame(reading, locale)
  const { matching } = await readReleasePage(reading, filter, window, 1)
  return Math.min(matching, mostInFile)
}

/** The list as a file with what its reader sees now, and its look. @param requestId - of the approval, where there was one. */
export async function releaseFile(
  reading: Reading,
  filter: ListFilter,
  locale: Locale,
  requestId?: string,
): Promise<ExportFile> {
  const { window, partnership, pathwayNames } = await readFrame(reading, locale)
  const { lines } = await readReleasePage(reading, filter, window, mostInFile)
  const [caseIds, personIds] = [lines.map(({ caseId }) => caseId), lines.map(({ personId }) => personId)]
  const mark = markExport(reading)
  const details = { number: mark.number, ...(requestId && { requestId }) }
  reading.look({ action: 'export', fieldGroups, caseIds, personIds, details })
  const table = listTable(locale, lines, partnership.jurisdiction, pathwayNames)
  return markedFile(locale, mark, { name: 'release-list', ...table })
}
