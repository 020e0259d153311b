import { addDays, addMonths } from '../../platform/calendar-day.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { measures, type Quarter } from '../queries/results.ts'
import type { Story } from '../queries/stories.ts'
import { percent } from '../shown-value.ts'
import { words } from '../words.ts'
import type { Block } from './block.ts'

/** The last day of a quarter. */
export const quarterEnd = (on: string): string => addDays(addMonths(on, 3), -1)

/** A quarter as everybody may read it. */
export function quarterBlock(locale: Locale, { on, countedAt, results }: Quarter): Block {
  const say = words(locale)
  const period = { from: formatDay(locale, on, 'full'), to: formatDay(locale, quarterEnd(on), 'full') }
  return {
    title: say('quarter.title', period),
    sub: say('quarter.sub', { at: formatAt(locale, countedAt, 'full') }),
    sentences: results
      .filter(({ prison, people }) => prison === '' && people !== null)
      .map(({ measure, people, counted }) => say(`measure.${measure}.found`, { people: people!, counted: counted! })),
    tables: measures
      .map((measure) => ({ measure, rows: results.filter((one) => one.measure === measure) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ measure, rows }) => ({
        caption: say(`measure.${measure}`),
        heads: (['prison', 'left', 'counted', 'share'] as const).map((name, index) => ({
          text: say(`column.${name}`),
          isNumeric: index > 0,
        })),
        rows: rows.map(({ prison, people, counted }) => [
          prison || say('all-prisons'),
          ...(people === null || counted === null
            ? [say('too-few'), say('too-few'), '–']
            : [formatNumber(locale, people), formatNumber(locale, counted), percent(locale, counted / people)]),
        ]),
      })),
    pictures: [],
    definition: measures.map((measure) => say(`measure.${measure}.definition`)).join(' '),
    method: say('quarter.method'),
    source: say('quarter.source'),
    caveats: [say('quarter.caveat')],
  }
}

/** A story, in the words and the language in which it was told. */
export function storyBlock(
  locale: Locale,
  story: Pick<Story, 'title' | 'words' | 'locale'> & { agency: string },
): Block {
  const say = words(locale)
  return {
    title: story.title,
    sub: say('block.story', { agency: story.agency }),
    sentences: story.words.split(/\n+/).filter((line) => line.trim() !== ''),
    tables: [],
    pictures: [],
    definition: say('story.definition'),
    method: say('story.method'),
    source: say('story.source', { agency: story.agency }),
    caveats: [say('story.caveat')],
    lang: story.locale,
  }
}
