import { pathwayLabel, statusLabel } from '../agencies/index.ts'
import { earlierRelease, releaseDateLabel } from '../custody/index.ts'
import { pathways } from '../needs/index.ts'
import type { Jurisdiction } from '../people/index.ts'
import type { Locale } from '../platform/words.ts'
import type { ReleaseLine } from './queries/list.ts'
import { words } from './words.ts'

/** The list as a table for a file: one column a pathway, days as ISO 8601. */
export function listTable(
  locale: Locale,
  lines: ReleaseLine[],
  jurisdiction: Jurisdiction,
  names: ReadonlyMap<string, string>,
): { header: string[]; rows: string[][] } {
  const say = words(locale)
  const columns = ['release', 'type', 'early', 'person', 'number', 'prison', 'wing', 'cell', 'worker'] as const
  const header = [
    ...columns.map((name) => say(`column.${name}`)),
    ...pathways.map((pathway) => names.get(pathway) ?? pathwayLabel(locale, pathway)),
    say('column.contact'),
    say('column.steps'),
    say('column.late'),
  ]
  const rows = lines.map((line) => [
    line.releaseOn ?? '',
    line.releaseType ? releaseDateLabel(locale, line.releaseType) : '',
    line.releaseOn ? earlierRelease(line.releaseOn, jurisdiction).earliestOn : '',
    ...[
      line.name,
      line.prisonNumber ?? '',
      line.prison ?? '',
      line.wing ?? '',
      line.cell ?? '',
      line.keyWorkerName ?? '',
    ],
    ...pathways.map((pathway) =>
      line.pathwayStatuses ? statusLabel(locale, line.pathwayStatuses[pathway] ?? 'NOT_STARTED') : '',
    ),
    ...[line.lastContactOn ?? '', String(line.undoneCount), String(line.lateCount)],
  ])
  return { header, rows }
}
