import { stringify } from 'csv-stringify/sync'
import { rateOf, twoDigits } from './figures.ts'
import type { SeenCohort } from './read-cohort.ts'

interface Line {
  measure: string
  area: string
  value: number | string
  lower: number | string
  upper: number | string
}

/** What the page shows, for a spreadsheet: codes, proportions from 0 to 1, and the state in place of what is held back. */
export function cohortCsv(seen: SeenCohort): string {
  const line = (measure: string, value: number | string, more: Partial<Line> = {}): Line => ({
    ...{ measure, area: '', value, lower: '', upper: '' },
    ...more,
  })
  return stringify(linesOf(seen, line), { header: true, escape_formulas: true, bom: true })
}

function linesOf({ cohort, shown, areas, baseline, expectation }: SeenCohort, line: LineOf): Line[] {
  const about = [
    line('from', cohort.from),
    line('to', cohort.to),
    line('prison', cohort.prisonName),
    line('source', cohort.sourceName),
    line('state', shown.state),
    ...('matureOn' in shown ? [line('people', shown.people), line('mature_on', shown.matureOn)] : []),
  ]
  const expected = expectation && expectation.state !== 'FEW_SCORED' ? expectation : undefined
  const scored = expected
    ? [line('scored', expected.scored), line('expected_two_years_unofficial', expected.expected / expected.scored)]
    : []
  if (shown.state !== 'SHOWN') return [...about, ...scored]

  const { people, reoffenders, reoffences, severity } = shown
  const { rate, lower, upper } = rateOf(reoffenders, people)
  return [
    ...about,
    line('reoffenders', reoffenders),
    line('reoffences', reoffences),
    line('rate', rate, { lower, upper }),
    line('reoffences_per_reoffender', reoffences / reoffenders),
    line('reoffences_per_person', reoffences / people),
    ...(severity
      ? [
          line('severity_per_person', severity.total === null ? 'HELD_BACK' : twoDigits(severity.total / people)),
          line('severity_version', severity.version),
        ]
      : []),
    ...(baseline.state === 'SHOWN' ? [line('baseline_rate', baseline.rate), lineOfDifference(baseline, line)] : []),
    ...scored,
    ...(expected?.state === 'SHOWN' ? [line('rate_two_years', expected.reoffenders / expected.scored)] : []),
    ...areas.areas.flatMap(({ area, ...counts }) => [
      line('area_people', counts.people, { area }),
      line('area_reoffenders', counts.reoffenders, { area }),
      line('area_expected', Math.round(counts.expected * 10) / 10, { area }),
    ]),
    ...areas.held.map((area) => line('area_held_back', '', { area })),
  ]
}

function lineOfDifference(
  { difference, interval }: { difference: number; interval: { lower: number; upper: number } | null },
  line: LineOf,
): Line {
  return line('difference', difference, interval ? { lower: interval.lower, upper: interval.upper } : {})
}

type LineOf = (measure: string, value: number | string, more?: Partial<Line>) => Line
