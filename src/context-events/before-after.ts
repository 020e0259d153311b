import type { Day } from '../platform/calendar-day.ts'

export interface BeforeAfter {
  /** Means, to one decimal. */
  before: number
  after: number
  /** How many points each is the mean of. */
  countBefore: number
  countAfter: number
}

const fewest = 2 // on either side: one point is no mean

/**
 * What a line was on average before something happened, and from then on. It says nothing of why.
 *
 * @param isSum - each point holds all before it: what it added is compared.
 * @returns undefined with fewer than two points on a side.
 */
export function beforeAfter(
  points: readonly { day: Day; value: number }[],
  on: Day,
  isSum: boolean,
): BeforeAfter | undefined {
  const sorted = [...points].sort((one, other) => one.day.localeCompare(other.day))
  const values = sorted.map(({ day, value }, index) => ({
    day,
    value: isSum ? value - (sorted[index - 1]?.value ?? 0) : value,
  }))
  const before = values.filter(({ day }) => day < on)
  const after = values.filter(({ day }) => day >= on)
  if (before.length < fewest || after.length < fewest) return undefined
  const counts = { countBefore: before.length, countAfter: after.length }
  return { before: meanOf(before), after: meanOf(after), ...counts }
}

const meanOf = (of: readonly { value: number }[]): number =>
  Math.round((10 * of.reduce((sum, { value }) => sum + value, 0)) / of.length) / 10
