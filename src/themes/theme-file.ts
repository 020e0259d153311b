import { type ExportFile, markExport, markedFile } from '../exports/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { listThemeLines } from './queries/lines.ts'
import { words } from './words.ts'

const columns = [
  'theme',
  'area',
  'lead',
  'opened',
  'closed',
  'outcome',
  'action',
  'owner',
  'agency',
  'due',
  'state',
  'done',
  'how',
] as const

/**
 * The themes that the reader's agency takes part in, with a line for each action and one for a theme without any. No case: that somebody
 * belongs to a theme is a part of their risk. It carries its mark, since people write names where they should not.
 */
export async function themeFile(reading: Reading, isClosed: boolean, locale: Locale): Promise<ExportFile> {
  const say = words(locale)
  const lines = await listThemeLines(reading, isClosed)
  const mark = markExport(reading)
  reading.look({
    action: 'export',
    fieldGroups: ['administration'],
    details: { number: mark.number, themes: new Set(lines.map(({ themeId }) => themeId)).size },
  })
  const today = dayAt(reading.now)
  const stateOf = ({ words: said, doneOn, dueOn }: (typeof lines)[number]) => {
    if (said === null) return ''
    return say(doneOn ? 'f.is-done' : dueOn! < today ? 'f.is-late' : 'f.is-open')
  }
  return markedFile(locale, mark, {
    name: 'themes',
    header: columns.map((name) => say(`f.${name}`)),
    rows: lines.map((line) => [
      ...[line.title, line.area, line.lead, line.openedOn, line.closedOn ?? '', line.closedWords],
      ...[
        line.words ?? '',
        line.owner ?? '',
        line.ownerAgency ?? '',
        line.dueOn ?? '',
        stateOf(line),
        line.doneOn ?? '',
        line.doneWords ?? '',
      ],
    ]),
  })
}
