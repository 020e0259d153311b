import { outcomeCommand } from '../outcome-command.ts'
import { pictureOption, writePicture } from '../pictures/write-picture.ts'
import { readTable } from '../table/read-table.ts'
import { percent, shown, shownP, textTable } from '../text-table.ts'
import { drawSeries } from './draw-series.tsx'
import { analyseSeries, type SeriesAnswer, type SeriesQuestion } from './interrupted.ts'

export const itsCommand = outcomeCommand({
  name: 'its',
  summary: 'A series before and after a change (interrupted time series): its trend, the step, the change of trend.',
  options: [
    {
      name: 'data',
      takes: 'FILE',
      isRequired: true,
      says: 'a CSV, one row a month (or week, quarter), in order of time',
    },
    { name: 'value', takes: 'COL', isRequired: true, says: 'what was counted or measured' },
    { name: 'break', takes: 'N', isRequired: true, says: 'the first row after the change, counted from 1' },
    { name: 'season', takes: 'N', says: 'rows in a year, 12 for months: each then has a level of its own' },
    {
      name: 'lag',
      takes: 'N',
      says: 'rows back to which neighbours may be alike; the season, or by length, unless said',
    },
    { name: 'log', says: 'on the logarithm: steps and trends as shares' },
    pictureOption,
  ],
  prints: [
    'Errors are Newey-West’s (Bartlett weights, no prewhitening, no small-sample factor).',
    'JSON: n, coefficients [name, estimate, standardError, ordinaryError, z, p] with t (trend before), post (step at the',
    'change), tpost (change of trend) and season2, ..., durbinWatson, step {estimate, lower, upper}, levelOnly {estimate,',
    'standardError} (the step in a model whose trend does not change), lag, values.',
  ],
  async answer(given) {
    const question: SeriesQuestion = {
      value: given.text('value'),
      breakAt: given.whole('break', { otherwise: 0, least: 1 }),
      season: given.whole('season', { otherwise: undefined, least: 2 }),
      lag: given.whole('lag', { otherwise: undefined, least: 0 }),
      isLog: given.has('log'),
    }
    const wanted = { name: question.value, kind: 'number', isOptional: true } as const
    const table = await readTable(given.file('data'), [wanted])
    const values = table.number(question.value)
    const json = { ...analyseSeries(table, question), values: [...values] }
    await writePicture(given, () => drawSeries(values, json, question))
    return { json, lines: linesOf(json, question) }
  },
})

const said: Record<string, string> = {
  t: 'trend before, a row',
  post: 'step at the change',
  tpost: 'change of trend, a row',
}

function linesOf(
  { n, coefficients, durbinWatson, step, levelOnly, lag }: SeriesAnswer,
  { breakAt, isLog }: SeriesQuestion,
): string[] {
  const rows = coefficients.filter(({ name }) => name in said)
  const unit = isLog ? percent : shown
  const post = rows.find(({ name }) => name === 'post')!
  return [
    `${n} rows, the change before row ${breakAt}${isLog ? ', on the logarithm' : ''}.`,
    '',
    ...textTable(
      ['', '', 'estimate', 'standard error', 'p'],
      rows.map(({ name, estimate, standardError, p }) => [
        name,
        said[name]!,
        shown(estimate),
        shown(standardError),
        shownP(p),
      ]),
    ),
    '',
    `At the change the level moved by ${unit(step.estimate)} (95% interval ${unit(step.lower)} to ${unit(step.upper)})${post.p > 0.05 ? ', which chance could explain' : ''}.`,
    `If the trend is taken to go on as it was, by ${unit(isLog ? Math.expm1(levelOnly.estimate) : levelOnly.estimate)}.`,
    `Errors allow for neighbours up to ${lag} rows apart being alike (Durbin-Watson ${shown(durbinWatson)}; 2 is none).`,
    'What else changed at that time would look the same: name it beside this, and look for a place where nothing changed.',
  ]
}
