import type { CurvePoint } from '../survival/kaplan-meier.ts'
import { Axes, apart, edge, Frame, seriesClass, width } from './frame.tsx'
import { type Scale, scaleOf } from './scale.ts'

const plotBottom = 360
const riskTop = 428
const riskLine = 22

interface SurvivalPictureProps {
  title: string
  description: string
  curves: { group: string; points: CurvePoint[] }[]
  /** The last time that is drawn. */
  upTo: number
  words: { time: string; share: string; atRisk: string }
}

/** Curves of those still without the event, with their intervals, and how many were still watched under them. */
export function SurvivalPicture({ title, description, curves, upTo, words }: SurvivalPictureProps) {
  const x = scaleOf([0, upTo], [edge.left, width - edge.right], 8)
  const lowest = Math.min(...curves.flatMap(({ points }) => points.map(({ lower, survival }) => lower ?? survival)))
  // a scale that does not begin at 0 is for events so rare that nothing could be seen; its labels say where it begins
  const y = scaleOf([lowest > 0.6 ? 0.5 : 0, 1], [plotBottom, edge.top + 12], 5)
  const ends = curves.map(({ points }) => y.at(points.at(-1)!.survival))
  const names = apart(ends.map((height) => height + 5))
  return (
    <Frame title={title} description={description} height={riskTop + riskLine * (curves.length + 1)}>
      <Axes x={x} y={y} bottom={plotBottom} xName={words.time} yName={words.share} sayY={percentOf} />
      {curves.map(({ group, points }, index) => (
        <g class={seriesClass(index)}>
          <path class="band" d={bandOf(points, x, y)} />
          <path class="line" d={stepsOf(points, x, y)} />
          <text class="strong" x={x.at(points.at(-1)!.time) + 8} y={names[index]}>
            {group}
          </text>
        </g>
      ))}
      <text x={4} y={riskTop}>
        {words.atRisk}
      </text>
      {curves.map(({ group, points }, index) => (
        <g class={seriesClass(index)}>
          {x.ticks.map((tick) => (
            <text class="middle" x={x.at(tick)} y={riskTop + riskLine * (index + 1)}>
              {watchedAt(points, tick)}
            </text>
          ))}
          <text class="strong" x={width - edge.right + 24} y={riskTop + riskLine * (index + 1)}>
            {group}
          </text>
        </g>
      ))}
    </Frame>
  )
}

const percentOf = (share: number): string => `${Math.round(share * 100)}%`

/** How many were still watched at a time: those at risk at the next row of the curve. */
const watchedAt = (points: CurvePoint[], time: number): number =>
  points.find((point) => point.time >= time)?.atRisk ?? 0

function stepsOf(points: CurvePoint[], x: Scale, y: Scale): string {
  return `M${x.at(0)} ${y.at(1)}${steps(points, ({ survival }) => survival, x, y)}`
}

/** To the right along the upper ends, and back along the lower; it ends where the interval does. */
function bandOf(points: CurvePoint[], x: Scale, y: Scale): string {
  const known = points.filter(({ lower, upper }) => lower !== null && upper !== null)
  if (known.length === 0) return ''
  const back = known
    .toReversed()
    .map(({ time }, index) => `H${x.at(time)}V${y.at(known[known.length - 2 - index]?.lower ?? 1)}`)
  const last = known.at(-1)!
  return `M${x.at(0)} ${y.at(1)}${steps(known, ({ upper }) => upper!, x, y)}V${y.at(last.lower!)}${withoutRepeats(back)}Z`
}

function steps(points: CurvePoint[], heightOf: (point: CurvePoint) => number, x: Scale, y: Scale): string {
  return withoutRepeats(points.map((point) => `H${x.at(point.time)}V${y.at(heightOf(point))}`))
}

/** Points that fall on the same spot of the picture are drawn once, however many rows there were. */
const withoutRepeats = (parts: string[]): string => parts.filter((part, index) => part !== parts[index - 1]).join('')
