import { type Child, createContext, useContext } from 'hono/jsx'
import type { Scale } from './scale.ts'

export const width = 860
const heading = 40
export const edge = { left: 64, right: 150, top: 20 }

/** Whether the picture stands in a page, which brings the look of pictures itself (its rules forbid styles of their own). */
export const InPage = createContext(false)

interface FrameProps {
  title: string
  /** What it shows, for whoever does not see it. */
  description: string
  height: number
  children: Child
}

/**
 * A picture that stands alone in a file: named, described, readable on paper, without colour and in forced colours.
 * Its words come from whoever draws it.
 */
export function Frame({ title, description, height, children }: FrameProps) {
  const isInPage = useContext(InPage)
  // several pictures may stand in one page
  const [titleId, descriptionId] = ['title', 'description'].map((part) => (isInPage ? `${part}-${idOf(title)}` : part))
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class={isInPage ? 'tl-picture' : undefined}
      viewBox={`0 0 ${width} ${height + heading}`}
      width={width}
      height={height + heading}
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
    >
      <title id={titleId}>{title}</title>
      <desc id={descriptionId}>{description}</desc>
      {!isInPage && <style>{appearance}</style>}
      <rect class="ground" width={width} height={height + heading} />
      <text class="heading" x={4} y={24}>
        {title}
      </text>
      <g transform={`translate(0 ${heading})`}>{children}</g>
    </svg>
  )
}

const idOf = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-')

// lines are told apart by their dashes and their names; colour comes on top
const appearance = `
svg { font: 15px system-ui, "Segoe UI", sans-serif; color: #1d2327 }
.ground { fill: #fff }
text { fill: currentColor }
.strong { font-weight: 600 }
.heading { font-size: 19px; font-weight: 600 }
.end { text-anchor: end }
.middle { text-anchor: middle }
.axis { stroke: currentColor; fill: none }
.grid { stroke: currentColor; stroke-opacity: .18; fill: none }
.line { stroke: currentColor; stroke-width: 2.5; fill: none }
.thin { stroke: currentColor; stroke-width: 1.25; fill: none }
.dashed { stroke-dasharray: 7 5 }
.band { fill: currentColor; fill-opacity: .12 }
.dot { fill: currentColor }
.ring { fill: none; stroke: currentColor; stroke-width: 2 }
.s0 { color: #1a5a96 } .s1 { color: #a8480f } .s2 { color: #22693f } .s3 { color: #6a3d9a }
.s1 .line { stroke-dasharray: 9 4 } .s2 .line { stroke-dasharray: 2 3 } .s3 .line { stroke-dasharray: 12 3 2 3 }
.s1 .solid { stroke-dasharray: none }
@media (forced-colors: active) {
  svg, .s0, .s1, .s2, .s3 { color: CanvasText }
  .ground { fill: Canvas }
}
`

/** The class of the n-th line; after four they begin again, and their names still tell them apart. */
export const seriesClass = (index: number): string => `s${index % 4}`

interface AxesProps {
  x: Scale
  y: Scale
  /** The lower end of the plot. */
  bottom: number
  xName: string
  yName: string
  sayX?(value: number): string
  sayY(value: number): string
}

export function Axes({ x, y, bottom, xName, yName, sayX = String, sayY }: AxesProps) {
  const right = width - edge.right
  return (
    <g>
      {y.ticks.map((tick) => (
        <g>
          <path class="grid" d={`M${edge.left} ${y.at(tick)}H${right}`} />
          <text class="end" x={edge.left - 8} y={y.at(tick) + 5}>
            {sayY(tick)}
          </text>
        </g>
      ))}
      <path class="axis" d={`M${edge.left} ${bottom}H${right}`} />
      {x.ticks.map((tick) => (
        <g>
          <path class="axis" d={`M${x.at(tick)} ${bottom}v6`} />
          <text class="middle" x={x.at(tick)} y={bottom + 22}>
            {sayX(tick)}
          </text>
        </g>
      ))}
      <text class="end" x={right} y={bottom + 42}>
        {xName}
      </text>
      <text x={4} y={14}>
        {yName}
      </text>
    </g>
  )
}

/** Heights for names at the end of lines, pushed apart until each can be read. */
export function apart(heights: number[], least = 18): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((one, two) => one.height - two.height)
  const placed = [...heights]
  let above = -Infinity
  for (const { height, index } of order) {
    above = Math.max(height, above + least)
    placed[index] = above
  }
  return placed
}
