const [width, raisedBy] = [24, 23] // of the chart's units

interface MarksProps {
  /** Where each stands along the axis, from left to right. */
  places: readonly number[]
  from: number
  to: number
}

/** Numbered lines across a chart. Two that would stand on each other stand one above the other. */
export function Marks({ places, from, to }: MarksProps) {
  return (
    <>
      {raised(places).map(({ at, isRaised }, index) => (
        <Mark at={at} from={from - (isRaised ? raisedBy : 0)} to={to} number={index + 1} />
      ))}
    </>
  )
}

function raised(places: readonly number[]): { at: number; isRaised: boolean }[] {
  const marks: { at: number; isRaised: boolean }[] = []
  for (const at of places) {
    const before = marks.at(-1)
    marks.push({ at, isRaised: before !== undefined && !before.isRaised && at - before.at < width })
  }
  return marks
}

function Mark({ at, from, to, number }: { at: number; from: number; to: number; number: number }) {
  return (
    <g>
      <path class="ev" d={`M${at} ${from}V${to}`} />
      <circle class="evc" cx={at} cy={from - 12} r="11" />
      <text class="evt" x={at} y={from - 7}>
        {number}
      </text>
    </g>
  )
}
