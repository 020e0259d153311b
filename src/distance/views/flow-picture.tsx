import type { Flow } from '../queries/flows.ts'

type Node = Flow['began'] | Flow['stands']

interface Props {
  /** Names the parts of the picture; once on a page. */
  id: string
  title: string
  /** What the picture says, in words. */
  description: string
  flows: readonly Flow[]
  began: readonly Flow['began'][]
  stands: readonly Flow['stands'][]
  /** "Done: 24". */
  say(node: Node, people: number, side: 'began' | 'stands'): string
}

const [width, height, top] = [860, 250, 12]
const [fromX, toX, barWidth] = [300, 560, 12]
const gap = 14

/** From where on the left to where on the right people came: each path as wide as the people who went it. */
export function FlowPicture({ id, title, description, flows, began, stands, say }: Props) {
  const all = flows.reduce((sum, { people }) => sum + people, 0)
  const room = height - 2 * top - gap * (Math.max(began.length, stands.length) - 1)
  const thick = (people: number) => (people / all) * room
  const left = columnOf(began, (node) => sumOf(flows, ({ began: of }) => of === node), thick)
  const right = columnOf(stands, (node) => sumOf(flows, ({ stands: of }) => of === node), thick)
  return (
    <svg class="tl-svg" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {bandsOf(flows, left, right, thick).map(({ path, isOn }) => (
        <path class={isOn ? 'fl f1' : 'fl'} d={path} />
      ))}
      {left.map(({ node, y, size, people }) => (
        <g>
          <path class="bar" d={`M${fromX - barWidth} ${y}h${barWidth}v${size}h-${barWidth}z`} />
          <text class="end" x={fromX - barWidth - 8} y={y + size / 2 + 5}>
            {say(node, people, 'began')}
          </text>
        </g>
      ))}
      {right.map(({ node, y, size, people }) => (
        <g>
          <path class="bar" d={`M${toX} ${y}h${barWidth}v${size}h-${barWidth}z`} />
          <text x={toX + barWidth + 8} y={y + size / 2 + 5}>
            {say(node, people, 'stands')}
          </text>
        </g>
      ))}
    </svg>
  )
}

interface Bar<N> {
  node: N
  y: number
  size: number
  people: number
}

/** Bars one below the other; a name without people has none. */
function columnOf<N extends Node>(nodes: readonly N[], count: (node: N) => number, thick: (people: number) => number) {
  let y = top
  return nodes.flatMap((node): Bar<N>[] => {
    const people = count(node)
    if (people === 0) return []
    const bar = { node, y: round(y), size: round(thick(people)), people }
    y += Math.max(bar.size, 4) + gap
    return [bar]
  })
}

function bandsOf(
  flows: readonly Flow[],
  left: readonly Bar<Flow['began']>[],
  right: readonly Bar<Flow['stands']>[],
  thick: (people: number) => number,
) {
  const used = new Map<object, number>()
  const take = (bar: Bar<Node>, size: number) => {
    const from = used.get(bar) ?? bar.y
    used.set(bar, from + size)
    return from
  }
  const middle = (fromX + toX) / 2
  return left.flatMap((from) =>
    right.flatMap((to) => {
      const people = sumOf(flows, ({ began, stands }) => began === from.node && stands === to.node)
      if (people === 0) return []
      const size = thick(people)
      const [a, b] = [take(from, size), take(to, size)].map(round) as [number, number]
      const curve = (y: number, end: number, x: number) => `C${middle} ${y} ${middle} ${end} ${x} ${end}`
      const path = `M${fromX} ${a}${curve(a, b, toX)}V${round(b + size)}${curve(round(b + size), round(a + size), fromX)}Z`
      return [{ path, isOn: to.node === 'DONE' || (to.node === 'IN_PROGRESS' && from.node !== to.node) }]
    }),
  )
}

const sumOf = (flows: readonly Flow[], isCounted: (flow: Flow) => boolean): number =>
  flows.filter(isCounted).reduce((sum, { people }) => sum + people, 0)
const round = (value: number): number => Math.round(value * 10) / 10
