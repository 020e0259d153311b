import type { Given, Option } from '../options.ts'
import { type OutcomeCommand, outcomeCommand } from '../outcome-command.ts'
import { pictureOption, writePicture } from '../pictures/write-picture.ts'
import { wantedCovariates } from '../table/design.ts'
import { readTable, type Wanted } from '../table/read-table.ts'
import { analyseSurvival, type SurvivalQuestion } from './analyse.ts'
import { drawSurvival } from './draw-survival.tsx'
import { survivalLines } from './survival-lines.ts'

const options: Option[] = [
  { name: 'data', takes: 'FILE', isRequired: true, says: 'a CSV, one row a person (or a spell, with --start)' },
  { name: 'time', takes: 'COL', isRequired: true, says: 'how long each was watched, a number of 0 or more' },
  {
    name: 'event',
    takes: 'COL',
    isRequired: true,
    says: '1 where the event came at that time, 0 where it had not (or 2 and 1)',
  },
  {
    name: 'start',
    takes: 'COL',
    says: 'when the row begins to count; for people who join late or covariates that change',
  },
  { name: 'group', takes: 'COL', says: 'groups to draw apart and to compare (log-rank)' },
  { name: 'covariates', takes: 'A,B', says: 'columns of a Cox model; words become levels against the first' },
  { name: 'strata', takes: 'COL', says: 'groups that may differ by themselves, in the log-rank test and the model' },
  { name: 'text', takes: 'A,B', says: 'covariates whose numbers are names of levels' },
  { name: 'ties', takes: 'efron|breslow', says: 'events at one time in the model; efron unless said' },
  { name: 'interval', takes: 'log|log-log', says: 'scale of the curve’s 95% interval; log unless said' },
  { name: 'up-to', takes: 'N', says: 'limit of the mean time; the last time of all unless said' },
  pictureOption,
]

const survival: OutcomeCommand = {
  name: 'survival',
  summary: 'How long until an event comes: curves, mean times, whether groups differ, and a Cox model.',
  options,
  prints: [
    'Rows without a value in a column that is used are left out and counted.',
    'JSON: n, events, kaplanMeier [group, time, atRisk, events, survival, standardError, lower, upper], logRank {chiSquared,',
    'degreesOfFreedom, p}, cox {coefficients [name, estimate, standardError, z, p], logLikelihood, likelihoodRatio,',
    'proportionalHazards [name, chiSquared, p]}, restrictedMean [group, upTo, estimate, standardError], leftOut, warnings.',
  ],
  async answer(given) {
    const question = questionOf(given)
    const table = await readTable(given.file('data'), wantedOf(question, given.list('text')))
    const json = analyseSurvival(table, question)
    await writePicture(given, () => drawSurvival(json, question))
    return { json, lines: survivalLines(json, question) }
  },
}

export const survivalCommand = outcomeCommand(survival)

function questionOf(given: Given): SurvivalQuestion {
  return {
    time: given.text('time'),
    event: given.text('event'),
    start: given.optionalText('start'),
    group: given.optionalText('group'),
    covariates: given.list('covariates'),
    strata: given.optionalText('strata'),
    ties: given.choice('ties', ['efron', 'breslow']),
    interval: given.choice('interval', ['log', 'log-log']),
    upTo: given.has('up-to') ? given.number('up-to', { otherwise: 0, above: 0 }) : undefined,
  }
}

function wantedOf({ time, event, start, group, strata, covariates }: SurvivalQuestion, asText: string[]): Wanted[] {
  const asNumber = [time, ...(start === undefined ? [] : [start])]
  const inGroups = [group, strata].filter((name) => name !== undefined)
  return [
    ...asNumber.map((name): Wanted => ({ name, kind: 'number' })),
    { name: event, kind: 'event' },
    ...inGroups.map((name): Wanted => ({ name, kind: 'text' })),
    ...wantedCovariates(covariates, asText),
  ]
}
