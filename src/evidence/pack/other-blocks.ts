import { addDays, addMonths } from '../../platform/calendar-day.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { SeenCohort } from '../../reoffending/index.ts'
import { measures, type Quarter } from '../queries/results.ts'
import type { Story } from '../queries/stories.ts'
import { percent } from '../shown-value.ts'
import { words } from '../words.ts'
import type { Block } from './block.ts'

/** A cohort of people who left prison, as far as its page may show it. */
export function cohortBlock(locale: Locale, { cohort, shown, countedAt }: SeenCohort): Block {
  const say = words(locale)
  const isShown = shown.state === 'SHOWN'
  const rows = isShown
    ? [
        [say('cohort.people'), formatNumber(locale, shown.people)],
        [say('cohort.reoffenders'), formatNumber(locale, shown.reoffenders)],
        [say('cohort.rate'), percent(locale, shown.reoffenders / shown.people)],
        [say('cohort.reoffences'), formatNumber(locale, shown.reoffences)],
      ]
    : []
  return {
    title: cohort.title,
    sub: say('block.cohort', {
      prison: cohort.prisonName,
      from: formatDay(locale, cohort.from, 'full'),
      to: formatDay(locale, cohort.to, 'full'),
    }),
    sentences: [
      isShown
        ? say('cohort.finding', { people: shown.people, reoffenders: shown.reoffenders })
        : say(shown.state === 'NOT_MATURE' ? 'cohort.not-mature' : 'cohort.held'),
    ],
    tables: rows.length
      ? [
          {
            caption: say('cohort.table'),
            heads: [
              { text: say('column.measure'), isNumeric: false },
              { text: say('column.value'), isNumeric: true },
            ],
            rows,
          },
        ]
      : [],
    pictures: [],
    definition: say('cohort.definition'),
    method: say('cohort.method'),
    source: say('cohort.source', {
      agency: cohort.sourceName,
      at: countedAt ? formatAt(locale, countedAt, 'full') : '–',
    }),
    caveats: [say('cohort.caveat'), say('caveat.held')],
  }
}

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
