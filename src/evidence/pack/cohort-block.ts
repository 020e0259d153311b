import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import type { SeenCohort } from '../../reoffending/index.ts'
import { number, percent } from '../shown-value.ts'
import { words } from '../words.ts'
import type { Block, BlockTable } from './block.ts'

/** A cohort of people who left prison, as far as its page may show it: its rate, its baseline, what was expected, its areas. */
export function cohortBlock(locale: Locale, seen: SeenCohort): Block {
  const say = words(locale)
  const { cohort, shown, countedAt, baseline } = seen
  const isShown = shown.state === 'SHOWN'
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
      ...againstBaseline(locale, seen),
      ...againstExpectation(locale, seen),
    ],
    tables: isShown ? [measures(locale, seen), ...areas(locale, seen)] : [],
    pictures: [],
    definition: say('cohort.definition'),
    method: [
      say('cohort.method'),
      ...(baseline.state === 'NONE' ? [] : [say('cohort.base-method', { method: baseline.baseline.method })]),
    ].join(' '),
    source: say('cohort.source', {
      agency: cohort.sourceName,
      at: countedAt ? formatAt(locale, countedAt, 'full') : '–',
    }),
    caveats: [say('cohort.caveat'), say('caveat.held')],
  }
}

function againstBaseline(locale: Locale, { shown, baseline }: SeenCohort): string[] {
  const say = words(locale)
  if (baseline.state === 'NONE') return [say('cohort.no-baseline')]
  if (baseline.state === 'HELD' || shown.state !== 'SHOWN') return [say('cohort.base-held')]
  const { from, to, baseTitle } = baseline.baseline
  const told = {
    own: percent(locale, shown.reoffenders / shown.people),
    base: percent(locale, baseline.rate),
    name: baseTitle ?? say('cohort.published'),
    from: formatDay(locale, from, 'full'),
    to: formatDay(locale, to, 'full'),
  }
  if (!baseline.interval) return [say('cohort.against', told)]
  const { lower, upper } = baseline.interval
  const points = (share: number) => number(locale, Math.round(share * 1_000) / 10)
  const isClear = lower > 0 || upper < 0
  const between = { lower: points(lower), upper: points(upper) }
  return [say('cohort.against', told), say(isClear ? 'cohort.clear' : 'cohort.unclear', between)]
}

function againstExpectation(locale: Locale, { expectation }: SeenCohort): string[] {
  if (expectation?.state !== 'SHOWN') return []
  const { scored, expected, reoffenders } = expectation
  const told = { scored, expected: percent(locale, expected / scored), happened: percent(locale, reoffenders / scored) }
  return [words(locale)('cohort.expected', told)]
}

function measures(locale: Locale, { shown }: SeenCohort): BlockTable {
  const say = words(locale)
  if (shown.state !== 'SHOWN') return { caption: '', heads: [], rows: [] }
  const { people, reoffenders, reoffences, severity } = shown
  return {
    caption: say('cohort.table'),
    heads: [
      { text: say('column.measure'), isNumeric: false },
      { text: say('column.value'), isNumeric: true },
    ],
    rows: [
      [say('cohort.people'), formatNumber(locale, people)],
      [say('cohort.reoffenders'), formatNumber(locale, reoffenders)],
      [say('cohort.rate'), percent(locale, reoffenders / people)],
      [say('cohort.reoffences'), formatNumber(locale, reoffences)],
      [say('cohort.per-reoffender'), number(locale, reoffences / reoffenders)],
      [say('cohort.per-person'), number(locale, reoffences / people)],
      ...(severity && severity.total !== null
        ? [
            [
              say('cohort.severity', { version: severity.version }),
              formatNumber(locale, Number((severity.total / people).toPrecision(2))),
            ],
          ]
        : []),
    ],
  }
}

function areas(locale: Locale, { areas: shownAreas }: SeenCohort): BlockTable[] {
  const say = words(locale)
  if (shownAreas.areas.length < 2) return []
  const heads = ['area', 'people', 'reoffended', 'expected'] as const
  return [
    {
      caption: say('cohort.areas'),
      heads: heads.map((name, index) => ({ text: say(`cohort.column.${name}`), isNumeric: index > 0 })),
      rows: shownAreas.areas.map(({ area, people, reoffenders, expected }) => [
        area || say('cohort.nobody'),
        formatNumber(locale, people),
        formatNumber(locale, reoffenders),
        formatNumber(locale, Math.round(expected * 10) / 10),
      ]),
    },
  ]
}
