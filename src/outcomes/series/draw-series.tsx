import { RunChart } from '../pictures/run-chart.tsx'
import { percent, shown } from '../text-table.ts'
import type { SeriesAnswer, SeriesQuestion } from './interrupted.ts'

/** The series with its trends, seasons evened out, and the words of the command. */
export function drawSeries(
  values: Float64Array,
  answer: SeriesAnswer,
  { value, breakAt, season, isLog }: SeriesQuestion,
) {
  const of = (name: string) => answer.coefficients.find((one) => one.name === name)!.estimate
  const seasons = answer.coefficients.filter(({ name }) => name.startsWith('season'))
  const evened = seasons.reduce((sum, { estimate }) => sum + estimate / (season ?? 1), 0)
  const level = (line: number) => (isLog ? Math.exp(line) : line)
  const before = (t: number) => of('(Intercept)') + evened + of('t') * t
  const unit = isLog ? percent : shown
  return (
    <RunChart
      title={`${value} before and after row ${breakAt}`}
      description={`${answer.n} rows. At the change the level moved by ${unit(answer.step.estimate)}, 95% interval ${unit(answer.step.lower)} to ${unit(answer.step.upper)}.`}
      values={[...values]}
      breakAt={breakAt}
      trends={{
        asItWas: (t) => level(before(t)),
        asItBecame: (t) => level(before(t) + of('post') + of('tpost') * (t - breakAt)),
      }}
      words={{ row: 'row', value, change: 'the change', asItWas: 'as it was going', asItBecame: 'as it went' }}
    />
  )
}
