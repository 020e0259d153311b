import { type Answer, FileProblem, type Given, NotUnderstood, outcomeCommand } from '../../outcomes/index.ts'
import { type Day, dayAt, parseDay } from '../../platform/calendar-day.ts'
import { clock } from '../../platform/clock.ts'
import { type CohortWindow, type IndexEvent, type Proven, startCount } from '../count-proven.ts'
import { type FollowUp, isKnownOutcome, type Offence, oneYear } from '../definition.ts'
import { type Severity, startSeverity } from '../severity/weights.ts'
import { eachRow } from './read-rows.ts'
import { readWeights } from './severity.ts'

export const provenCommand = outcomeCommand({
  name: 'proven',
  summary: 'Counts proven reoffending by the Ministry of Justice’s definition.',
  options: [
    { name: 'index', takes: 'FILE', says: 'who enters: person, index_date', isRequired: true },
    {
      name: 'offences',
      takes: 'FILE',
      says: 'person, offence_date, outcome_type, outcome_date; if there, offence_kind, jurisdiction, recordable',
      isRequired: true,
    },
    {
      name: 'window',
      takes: 'FROM..TO',
      says: 'first and last day of the cohort: 2023-04-01..2023-06-30',
      isRequired: true,
    },
    { name: 'as-of', takes: 'DATE', says: 'the day on which you ask (today); it decides what is mature' },
    { name: 'months', takes: 'N', says: 'how long each is followed (12); the courts have six months more' },
    { name: 'weights', takes: 'FILE', says: 'offence_kind, weight, version: adds severity by that table' },
  ],
  prints: [
    'Each person counts once, from their first event in the window. Counted: an offence from that day to the day before its',
    'anniversary, with a conviction or caution (youth ones too) within 18 months. Not counted: breaches, offences outside',
    'England and Wales (a blank jurisdiction is inside), what is not recordable (recordable: no), whatever came before.',
    'A pending case has a blank outcome_date. A cohort is mature 18 months after its last index date; until then its rates',
    'are null, which is not zero. rate: reoffenders of the cohort. ratePerReoffender: the Ministry’s frequency.',
    'ratePerPerson: the older one. notCounted says how many offences of the cohort fell to each rule.',
    'unknownOutcomes: words for an outcome that are not known. They count as proving nothing: write conviction or caution',
    'where they are one.',
    'Proven is not actual reoffending: detection, charging and courts differ by group and by area.',
  ],
  answer: answerProven,
})

async function answerProven(given: Given): Promise<Answer> {
  const window = windowOf(given.text('window'))
  const asOf = given.has('as-of') ? dayOf(given.text('as-of')) : dayAt(clock.now())
  const followUp = { ...oneYear, months: given.whole('months', { otherwise: oneYear.months, least: 1 }) }

  const count = startCount(await readIndex(given), window, followUp)
  const severity = given.has('weights') ? startSeverity(await readWeights(fileOf(given, 'weights'))) : undefined
  const unknownOutcomes: Record<string, number> = {}
  await eachOffence(given, (offence) => {
    if (count.add(offence)) severity?.add(offence.kind)
    if (isKnownOutcome(offence.outcome)) return
    unknownOutcomes[offence.outcome] = (unknownOutcomes[offence.outcome] ?? 0) + 1
  })
  const found = { ...count.result(asOf), unknownOutcomes, ...(severity ? { severity: severity.result() } : {}) }
  return { json: found, lines: linesOf(found, followUp) }
}

const fileOf = (given: Given, option: string) => ({ name: given.text(option), path: given.file(option) })

async function readIndex(given: Given): Promise<IndexEvent[]> {
  const events: IndexEvent[] = []
  await eachRow({ ...fileOf(given, 'index'), required: ['person', 'index_date'], optional: [] }, (row) => {
    events.push({ person: row.text('person'), on: row.day('index_date') })
  })
  return events
}

async function eachOffence(given: Given, take: (offence: Offence) => void): Promise<void> {
  const required = ['person', 'offence_date', 'outcome_type', 'outcome_date'] as const
  const optional = ['offence_kind', 'jurisdiction', 'recordable'] as const
  await eachRow({ ...fileOf(given, 'offences'), required, optional }, (row) => {
    const offence: Offence = {
      person: row.text('person'),
      offenceOn: row.day('offence_date'),
      outcome: row.cell('outcome_type'),
      kind: row.cell('offence_kind'),
      jurisdiction: row.cell('jurisdiction'),
      isRecordable: !/^(no|n|false|0)$/i.test(row.cell('recordable')),
    }
    if (row.cell('outcome_date') !== '') offence.outcomeOn = row.day('outcome_date')
    if (offence.outcomeOn && offence.outcomeOn < offence.offenceOn) {
      throw new FileProblem('The outcome comes before the offence.', 'Look which of the two dates is wrong.', {
        row: row.row,
        column: 'outcome_date',
      })
    }
    take(offence)
  })
}

function windowOf(text: string): CohortWindow {
  const [from, to, ...rest] = text.split('..').map(parseDay)
  if (from && to && from <= to && rest.length === 0) return { from, to }
  throw new NotUnderstood(`--window is two days, the first no later: 2023-04-01..2023-06-30, not "${text}".`)
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day) return day
  throw new NotUnderstood(`--as-of is a day: 2026-11-22, not "${text}".`)
}

function linesOf(
  proven: Proven & { unknownOutcomes: Record<string, number>; severity?: Severity },
  { months, waitingMonths }: FollowUp,
): string[] {
  const { cohort, reoffenders, reoffences, mature, matureOn, notCounted, unknownOutcomes, severity } = proven
  const soFar = mature ? '' : ' so far'
  const written = (value: number | null, write: (value: number) => string) =>
    value === null ? whyNull(mature, matureOn) : write(value)
  return [
    `Proven reoffending within ${months} months, decided within ${months + waitingMonths}`,
    `  people in the cohort: ${cohort}`,
    `  of them reoffended: ${reoffenders}${soFar}`,
    `  reoffences: ${reoffences}${soFar}`,
    `  rate: ${written(proven.rate, (rate) => `${(rate * 100).toFixed(1)}%`)}`,
    `  reoffences per reoffender: ${written(proven.ratePerReoffender, (rate) => rate.toFixed(2))}`,
    `  reoffences per person of the cohort: ${written(proven.ratePerPerson, (rate) => rate.toFixed(2))}`,
    ...(severity
      ? [`  severity by ${severity.version}: ${severity.total}, without a weight: ${severity.unweighted}`]
      : []),
    ...Object.entries(notCounted).map(([why, n]) => `  not counted, ${why.toLowerCase().replaceAll('_', ' ')}: ${n}`),
    ...Object.entries(unknownOutcomes).map(
      ([word, n]) => `  not known as an outcome, taken as proving nothing: "${word}", ${n}`,
    ),
  ]
}

function whyNull(mature: boolean, matureOn: Day | null): string {
  if (matureOn === null) return 'nobody is in the cohort'
  return mature ? 'nobody reoffended' : `not mature (final from ${matureOn})`
}
