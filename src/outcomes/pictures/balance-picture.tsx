import type { Balance } from '../matching/balance.ts'
import { edge, Frame, width } from './frame.tsx'
import { scaleOf } from './scale.ts'

const line = 30
const top = 48
const labels = 200

interface BalancePictureProps {
  title: string
  description: string
  balance: Balance[]
  words: { before: string; after: string; difference: string }
}

/** How far apart two groups are in each covariate, before matching (rings) and after (dots), against a tenth either way. */
export function BalancePicture({ title, description, balance, words }: BalancePictureProps) {
  const farthest = Math.max(0.2, ...balance.flatMap(({ before, after }) => [Math.abs(before), Math.abs(after)])) * 1.05
  const x = scaleOf([-farthest, farthest], [labels, width - 40], 8)
  const bottom = top + line * balance.length
  const yOf = (index: number) => top + line * (index + 0.5)
  return (
    <Frame title={title} description={description} height={bottom + 56}>
      <circle class="ring" cx={labels + 6} cy={20} r="5" />
      <text x={labels + 18} y={25}>
        {words.before}
      </text>
      <g class="s0">
        <circle class="dot" cx={labels + 166} cy={20} r="6" />
      </g>
      <text x={labels + 178} y={25}>
        {words.after}
      </text>
      {[-0.1, 0.1].map((limit) => (
        <path class="thin dashed" d={`M${x.at(limit)} ${top}V${bottom}`} />
      ))}
      <path class="axis" d={`M${x.at(0)} ${top}V${bottom}M${labels} ${bottom}H${width - 40}`} />
      {x.ticks.map((tick) => (
        <text class="middle" x={x.at(tick)} y={bottom + 22}>
          {tick}
        </text>
      ))}
      <text class="end" x={width - 40} y={bottom + 44}>
        {words.difference}
      </text>
      {balance.map(({ covariate, before, after }, index) => (
        <g>
          <text class="end" x={labels - 14} y={yOf(index) + 5}>
            {covariate}
          </text>
          <path class="grid" d={`M${labels} ${yOf(index)}H${width - edge.left + 24}`} />
          <circle class="ring" cx={x.at(before)} cy={yOf(index)} r="5" />
          <g class="s0">
            <circle class="dot" cx={x.at(after)} cy={yOf(index)} r="6" />
          </g>
        </g>
      ))}
    </Frame>
  )
}
