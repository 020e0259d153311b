import { normalQuantile, twoSidedP } from '../numbers/distributions.ts'
import type { Design } from '../table/design.ts'
import { FileProblem } from '../table/file-problem.ts'
import type { Table } from '../table/read-table.ts'
import { durbinWatson, fitSeries } from './least-squares.ts'

export interface SeriesQuestion {
  value: string
  /** The first row after the change, from 1. */
  breakAt: number
  /** How many rows make a year, or another round; undefined where there is none. */
  season: number | undefined
  lag: number | undefined
  isLog: boolean
}

export interface SeriesAnswer {
  n: number
  breakAt: number
  lag: number
  coefficients: { name: string; estimate: number; standardError: number; ordinaryError: number; z: number; p: number }[]
  durbinWatson: number
  /** The step at the change: on the log scale as a share of the level, else in the unit of the value; with its 95% interval. */
  step: { estimate: number; lower: number; upper: number }
  /** The step in a model where the trend after the change is that before it; on the log scale where the series is. */
  levelOnly: { estimate: number; standardError: number }
}

const z = normalQuantile(0.975)

/**
 * A series before and after a change: its trend `t`, the step `post` at the change and the change of trend `tpost` from there.
 *
 * @throws FileProblem a row without a value, one that has no logarithm, too few rows, or a change with too few rows on a side.
 * @source segmented regression as Wagner et al. 2002 set it out; t counts from 1, tpost from 0 at the change.
 */
export function analyseSeries(table: Table, question: SeriesQuestion): SeriesAnswer {
  const values = valuesOf(table, question)
  const n = values.length
  const design = designOf(n, question, ['t', 'post', 'tpost'])
  checkLength(n, design, question)
  const lag = question.lag ?? question.season ?? Math.floor(4 * (n / 100) ** (2 / 9))
  const { coefficients, residuals } = fitSeries(design, values, Math.min(lag, n - 1))
  const level = fitSeries(designOf(n, question, ['t', 'post']), values, Math.min(lag, n - 1))
  const { estimate, standardError } = postOf(level.coefficients)
  return {
    n,
    breakAt: question.breakAt,
    lag,
    coefficients: coefficients.map((one) => tested(one)),
    durbinWatson: durbinWatson(residuals),
    step: stepOf(postOf(coefficients), question.isLog),
    levelOnly: { estimate, standardError },
  }
}

function valuesOf(table: Table, { value, isLog }: SeriesQuestion): Float64Array {
  const read = table.number(value)
  read.forEach((one, index) => {
    const where = { row: table.rowNumbers[index]!, column: value }
    if (Number.isNaN(one)) {
      throw new FileProblem(
        'There is no value.',
        'A series needs one for every row: fill it in, or begin after it.',
        where,
      )
    }
    if (isLog && one <= 0)
      throw new FileProblem(`${one} has no logarithm.`, 'Leave out --log, or mend the value.', where)
  })
  return isLog ? read.map(Math.log) : read
}

const postOf = <T extends { name: string }>(coefficients: T[]): T => coefficients.find(({ name }) => name === 'post')!

function designOf(n: number, { breakAt, season, value }: SeriesQuestion, trends: string[]): Design {
  const seasons = Array.from({ length: (season ?? 1) - 1 }, (_, index) => index + 2)
  const names = [...trends, ...seasons.map((one) => `season${one}`)]
  const values = Float64Array.from({ length: n * names.length }, (_, index) => {
    const t = Math.floor(index / names.length) + 1
    const place = index % names.length
    const isAfter = t >= breakAt
    if (place === 0) return t
    if (place === 1) return Number(isAfter)
    if (names[place] === 'tpost') return isAfter ? t - breakAt : 0
    return Number((t - 1) % (season ?? 1) === place - trends.length + 1)
  })
  return { rows: n, names, columns: names.map(() => value), values }
}

function checkLength(n: number, { names }: Design, { value, breakAt }: SeriesQuestion): void {
  const least = names.length + 2
  if (n < least) {
    throw new FileProblem(`${n} rows are too few.`, `This model needs at least ${least}.`, { column: value })
  }
  const [before, after] = [Math.min(breakAt - 1, n), Math.max(0, n - breakAt + 1)]
  if (before >= 2 && after >= 2) return
  const wrong = `With --break ${breakAt}, ${before} rows lie before the change and ${after} after it.`
  throw new FileProblem(wrong, `There must be two on each side: give a number from 3 to ${n - 1}.`, { column: value })
}

function tested<T extends { estimate: number; standardError: number }>(coefficient: T): T & { z: number; p: number } {
  const { estimate, standardError } = coefficient
  // a series that a line fits to the last digit has no error to speak of
  const ratio = standardError > 0 ? estimate / standardError : 0
  return { ...coefficient, z: ratio, p: twoSidedP(ratio) }
}

function stepOf({ estimate, standardError }: { estimate: number; standardError: number }, isLog: boolean) {
  const ends = [estimate, estimate - z * standardError, estimate + z * standardError]
  const [middle, lower, upper] = isLog ? ends.map((end) => Math.expm1(end)) : ends
  return { estimate: middle!, lower: lower!, upper: upper! }
}
