import { Axes, apart, edge, Frame, width } from './frame.tsx'
import { scaleOf } from './scale.ts'

const bottom = 380

interface RunChartProps {
  title: string
  description: string
  /** What was counted, row after row; t counts from 1. */
  values: number[]
  /** The first t after the change. */
  breakAt: number
  /** The level at t by the trend as it was, and as it became; seasons evened out. */
  trends: { asItWas(t: number): number; asItBecame(t: number): number }
  /** What happened around it, numbered above the row in which it did. */
  events?: readonly { t: number; number: number }[]
  /** What stands under the t-th row; its number where nothing is given. */
  sayT?(t: number): string
  words: { row: string; value: string; change: string; asItWas: string; asItBecame: string }
}

/** A series with its trend before a change, where that would have gone, and where it went. */
export function RunChart({ title, description, values, breakAt, trends, events = [], sayT, words }: RunChartProps) {
  const last = values.length
  const before = range(1, breakAt)
  const after = range(breakAt, last)
  const drawn = [...values, ...after.flatMap((t) => [trends.asItWas(t), trends.asItBecame(t)])]
  const [low, high] = [Math.min(0, ...drawn), Math.max(...drawn)]
  const x = scaleOf([1, last], [edge.left, width - edge.right], 8)
  const y = scaleOf([low, high], [bottom, edge.top + 12], 6)
  const path = (ts: number[], heightOf: (t: number) => number) =>
    `M${ts.map((t) => `${x.at(t)} ${y.at(heightOf(t))}`).join('L')}`
  const change = (x.at(breakAt) + x.at(breakAt - 1)) / 2
  const names = apart([y.at(trends.asItWas(last)) + 5, y.at(trends.asItBecame(last)) + 5])
  return (
    <Frame title={title} description={description} height={bottom + 56}>
      <Axes x={x} y={y} bottom={bottom} xName={words.row} yName={words.value} sayX={sayT ?? String} sayY={String} />
      {events.map(({ t, number }) => (
        <g>
          <path class="thin" stroke-dasharray="2 3" d={`M${x.at(t)} ${edge.top + 22}V${bottom}`} />
          <text class="middle strong" x={x.at(t)} y={edge.top + 16}>
            {number}
          </text>
        </g>
      ))}
      <path class="thin" stroke-opacity="0.55" d={path(range(1, last), (t) => values[t - 1]!)} />
      {/* above the numbers of the events, of which one may stand beside the change */}
      <path class="axis dashed" d={`M${change} ${edge.top - 14}V${bottom}`} />
      <text class="end" x={change - 6} y={edge.top - 3}>
        {words.change}
      </text>
      <g class="s0">
        <path class="line" d={path(before, trends.asItWas)} />
        <path class="line dashed" d={path(after, trends.asItWas)} />
        <text class="strong" x={width - edge.right + 8} y={names[0]}>
          {words.asItWas}
        </text>
      </g>
      <g class="s1">
        <path class="line solid" d={path(after, trends.asItBecame)} />
        <text class="strong" x={width - edge.right + 8} y={names[1]}>
          {words.asItBecame}
        </text>
      </g>
    </Frame>
  )
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
