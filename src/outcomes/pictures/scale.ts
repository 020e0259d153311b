/** A number's place on a picture, in its units, and round numbers to write along it. */
export interface Scale {
  at(value: number): number
  ticks: number[]
}

/** From `low` to `high` laid over `from` to `to`; about `count` ticks at 1, 2 or 5 times a power of ten. */
export function scaleOf([low, high]: [number, number], [from, to]: [number, number], count: number): Scale {
  const span = high - low || 1
  return { at: (value) => rounded(from + ((value - low) / span) * (to - from)), ticks: ticksOf(low, low + span, count) }
}

function ticksOf(low: number, high: number, count: number): number[] {
  const raw = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= raw * 0.999)!
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(decimals)))
}

const rounded = (place: number): number => Math.round(place * 10) / 10
