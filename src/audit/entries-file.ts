import { type FileSource, markExport, markedFile } from '../exports/index.ts'
import type { Reading } from '../platform/database.ts'
import { entryCells } from './entry-cells.ts'
import { filterOf, queryOf } from './filter.ts'
import { type AuditFilter, findEntries } from './queries.ts'
import { words } from './words.ts'

const mostInFile = 5_000
const columns = ['c.when', 'c.who', 'f.agency', 'c.what', 'f.outcome', 'c.parts', 'c.people', 'c.where', 'c.reason'] as const // biome-ignore format: a list

/**
 * Entries of the audit as a file. It names nobody who is looked at, but says what was done about how many people.
 *
 * @param reason - why the file is taken, where nobody has to approve it.
 */
export const entriesAsked = (reason: string): FileSource<AuditFilter> => ({
  kind: 'audit',
  may: 'read the audit',
  filterOf: (sent) => ({ ...filterOf(sent).filter, before: undefined }),
  queryOf,
  listHref: (filter) => `/audit?${queryOf(filter)}`,
  async count(reading, filter) {
    const entries = await entriesOf(reading, filter)
    return new Set(entries.flatMap(({ personIds, caseIds }) => (personIds.length > 0 ? personIds : caseIds))).size
  },
  async make(reading, filter, locale, asked) {
    const mark = markExport(reading)
    const details = { filter, number: mark.number, ...(asked && { requestId: asked.requestId }) }
    reading.look({ action: 'export', fieldGroups: ['administration'], reason: asked?.reason ?? reason, details })
    const rows = (await entriesOf(reading, filter)).map((entry) => entryCells(locale, entry))
    const header = columns.map((key) => words(locale)(key))
    return markedFile(locale, mark, { name: 'audit', header, rows })
  },
})

const entriesOf = (reading: Reading, filter: AuditFilter) => findEntries(reading, filter, mostInFile)
