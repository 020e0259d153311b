import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'
import type { Block } from './block.ts'

/** Pieces of evidence for a spreadsheet: one line a value or sentence, each with what one has to know to judge it. */
export function blocksCsv(locale: Locale, blocks: readonly Block[]): string {
  const say = words(locale)
  const lines = blocks.flatMap((block) => {
    const { title, sub, definition, method, source, caveats } = block
    const about = [definition, method, source, caveats.join(' ')]
    const said = block.sentences.map((sentence) => [title, sub, '', '', say('csv.sentence'), sentence, ...about])
    const values = block.tables.flatMap(({ caption, heads, rows }) =>
      rows.flatMap(([name, ...cells], row) =>
        cells.map((value, index) => [
          title,
          sub,
          caption,
          `${row + 1}. ${name}`,
          heads[index + 1]!.text,
          value,
          ...about,
        ]),
      ),
    )
    return [...said, ...values]
  })
  const heads = (
    ['title', 'period', 'table', 'line', 'what', 'value', 'definition', 'method', 'source', 'caveats'] as const
  ).map((name) => say(`csv.${name}`))
  return stringify([heads, ...lines], { escape_formulas: true, bom: true })
}
