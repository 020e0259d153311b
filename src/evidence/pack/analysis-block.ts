import type { ContextEvent } from '../../context-events/index.ts'
import { formatAt } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { Finding, FindingTable } from '../analyses/finding.ts'
import { methods } from '../analyses/methods.ts'
import type { Analysis } from '../queries/analyses.ts'
import { number, shownValue } from '../shown-value.ts'
import { words } from '../words.ts'
import type { Block, BlockTable } from './block.ts'
import { withEvents } from './with-events.ts'

type Key = Parameters<ReturnType<typeof words>>[0]

/** An analysis that is done. */
export function analysisBlock(
  locale: Locale,
  analysis: Analysis & { finding: Finding },
  events: readonly ContextEvent[] = [],
): Block {
  const say = words(locale)
  const { method, title } = analysis
  const { finding, around } = withEvents(locale, analysis.finding, events)
  const asked = methods[method]
    .filter(({ name }) => analysis.question?.[name])
    .map(({ name }) => say('asked-part', { field: say(`field.${name}` as Key), value: analysis.question![name]! }))
  return {
    title,
    sub: say('block.analysis', {
      method: say(`method.${method}`),
      file: analysis.fileName,
      at: formatAt(locale, analysis.endedAt ?? analysis.madeAt, 'full'),
    }),
    ...foundIn(locale, finding),
    ...(around ? { tables: [...foundIn(locale, finding).tables, around] } : {}),
    definition: `${say(`method.${method}.about`)} ${asked.join('; ')}.`,
    method: say(`method.${method}.how`),
    source: say(`method.${method}.source`),
    caveats: [say(`method.${method}.caveat`), say('caveat.held')],
  }
}

/** What may be shown of an answer, in finished words. */
export function foundIn(locale: Locale, finding: Finding): Pick<Block, 'sentences' | 'tables' | 'pictures'> {
  const say = words(locale)
  return {
    sentences: finding.held
      ? [say(`held.${finding.held}`)]
      : finding.sentences.map(({ key, values }) => say(`found.${key}` as Key, written(locale, values) as never)),
    tables: finding.tables.map((table) => tableOf(locale, table)),
    pictures: finding.pictures,
  }
}

/** Names of groups stay; numbers that are no count get three digits. */
function written(locale: Locale, values: Record<string, string | number>): Record<string, string | number> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    name === 'p' ? shownValue(locale, 'p', value) : typeof value === 'number' ? decimal(locale, value) : value,
  ])
  return Object.fromEntries(entries)
}

const decimal = (locale: Locale, value: number): string | number =>
  Number.isInteger(value) ? value : number(locale, value)

function tableOf(locale: Locale, { name, columns, rows }: FindingTable): BlockTable {
  const say = words(locale)
  return {
    caption: say(`table.${name}` as Key),
    heads: columns.map((column) => ({ text: say(`column.${column.name}` as Key), isNumeric: column.kind !== 'text' })),
    rows: rows.map((row) =>
      row.map((value, index) => {
        const { kind, name: column } = columns[index]!
        if (typeof value !== 'string') return shownValue(locale, kind, value)
        if (column === 'group' && (value === '' || (name === 'curve' && value === 'all'))) return say('everybody')
        return coded.has(column) ? say(`value.${value}` as Key) : value
      }),
    ),
  }
}

/** Columns whose texts are codes of ours; every other text comes from the analyst's file. */
const coded = new Set(['how', 'flag', 'what'])
