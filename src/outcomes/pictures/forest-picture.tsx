import { edge, Frame, width } from './frame.tsx'
import { scaleOf } from './scale.ts'

const line = 32
const top = 24
const labels = 220

interface ForestPictureProps {
  title: string
  description: string
  rows: { name: string; estimate: number; lower: number; upper: number }[]
  words: { less: string; more: string }
  say(ratio: number): string
}

/** Ratios with their intervals, one under the other, against 1: as far to the left as to the right is as many times less as more. */
export function ForestPicture({ title, description, rows, words, say }: ForestPictureProps) {
  const farthest =
    Math.max(Math.log(2), ...rows.flatMap(({ lower, upper }) => [-bounded(lower), bounded(upper)])) * 1.05
  const x = scaleOf([-farthest, farthest], [labels, width - edge.right], 6)
  const bottom = top + line * rows.length
  const ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10].filter((tick) => Math.abs(Math.log(tick)) <= farthest)
  const one = x.at(0)
  return (
    <Frame title={title} description={description} height={bottom + 60}>
      <path class="axis" d={`M${one} ${top}V${bottom}M${labels} ${bottom}H${width - edge.right}`} />
      {ticks.map((tick) => (
        <text class="middle" x={x.at(Math.log(tick))} y={bottom + 22}>
          {say(tick)}
        </text>
      ))}
      <text class="end" x={one - 24} y={bottom + 46}>
        {words.less}
      </text>
      <text x={one + 24} y={bottom + 46}>
        {words.more}
      </text>
      {rows.map(({ name, estimate, lower, upper }, index) => {
        const y = top + line * (index + 0.5)
        return (
          <g class="s0">
            <text class="end" x={labels - 14} y={y + 5}>
              {name}
            </text>
            <path class="line solid" d={`M${x.at(bounded(lower))} ${y}H${x.at(bounded(upper))}`} />
            <circle class="dot" cx={x.at(bounded(estimate))} cy={y} r="6" />
            <text x={width - edge.right + 12} y={y + 5}>
              {`${say(estimate)} (${say(lower)}–${say(upper)})`}
            </text>
          </g>
        )
      })}
    </Frame>
  )
}

/** The logarithm, kept where a picture can show it: a ratio of nothing or without end stands at the edge. */
const bounded = (ratio: number): number => Math.min(3, Math.max(-3, Math.log(ratio)))
