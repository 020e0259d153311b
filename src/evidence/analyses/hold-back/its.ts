import type { SeriesAnswer } from '../../../outcomes/index.ts'
import { fewestCounted } from '../../hold-back.ts'
import type { Finding } from '../finding.ts'
import type { Question } from '../methods.ts'
import { shownP } from './survival.ts'

/** A series with its trends. Where its values are counts and one is of fewer than five, the values themselves are held back. */
export function showSeries(answer: SeriesAnswer & { values: number[] }, question: Question): Finding {
  const { coefficients, step, values, breakAt } = answer
  const of = (name: string) => coefficients.find((one) => one.name === name)!
  const isHeld = values.every(Number.isInteger) && values.some((value) => value > 0 && value < fewestCounted)
  const seasons = coefficients.filter(({ name }) => name.startsWith('season'))
  const level = of('(Intercept)').estimate + seasons.reduce((sum, one) => sum + one.estimate / (seasons.length + 1), 0)
  const [t, post, tpost] = ['t', 'post', 'tpost'].map((name) => of(name)) as [Named, Named, Named]
  const value = question['value']!
  return {
    sentences: [
      { key: 'its.rows', values: { n: values.length, row: breakAt } },
      {
        key: post.p > 0.05 ? 'its.inconclusive' : 'its.moved',
        values: { step: three(step.estimate), lower: three(step.lower), upper: three(step.upper), p: shownP(post.p) },
      },
      ...(isHeld ? [{ key: 'its.held', values: {} }] : []),
    ],
    tables: [
      {
        name: 'trend',
        columns: [
          { name: 'what', kind: 'text' },
          { name: 'estimate', kind: 'number' },
          { name: 'error', kind: 'number' },
          { name: 'p', kind: 'p' },
        ],
        rows: [t, post, tpost].map(({ name, estimate, standardError, p }) => [name, estimate, standardError, p]),
      },
      ...(isHeld
        ? []
        : [
            {
              name: 'series',
              columns: [
                { name: 'row', kind: 'number' as const },
                { name: 'value', kind: 'number' as const },
              ],
              rows: values.map((one, index) => [index + 1, one]),
            },
          ]),
    ],
    pictures: isHeld
      ? []
      : [
          {
            ...{ kind: 'series', values, breakAt, value },
            trend: [level, t.estimate, post.estimate, tpost.estimate],
            ...(question['from'] ? { from: question['from'] } : {}),
          },
        ],
  }
}

type Named = SeriesAnswer['coefficients'][number]

const three = (value: number): number => Number(value.toPrecision(3))
