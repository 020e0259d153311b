import { normalQuantile } from './distributions.ts'

export interface Interval {
  lower: number
  upper: number
}

/**
 * Wilson's score interval of a proportion: never below 0 or above 1, and true to its level for small numbers.
 *
 * @param n - at least 1.
 * @param level - 0.95 for a 95% interval.
 * @source Wilson 1927; Newcombe 1998 method 3.
 */
export function wilsonInterval(events: number, n: number, level = 0.95): Interval {
  const z = normalQuantile(0.5 + level / 2)
  const p = events / n
  const middle = p + (z * z) / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return {
    lower: events === 0 ? 0 : (middle - reach) / scale,
    upper: events === n ? 1 : (middle + reach) / scale,
  }
}

/** Interval of the first proportion less the second. @source Newcombe 1998, method 10 (hybrid score). */
export function differenceInterval(
  first: { events: number; n: number },
  second: { events: number; n: number },
  level = 0.95,
): Interval & { difference: number } {
  const [p1, p2] = [first.events / first.n, second.events / second.n]
  const one = wilsonInterval(first.events, first.n, level)
  const two = wilsonInterval(second.events, second.n, level)
  const difference = p1 - p2
  return {
    difference,
    lower: difference - Math.hypot(p1 - one.lower, two.upper - p2),
    upper: difference + Math.hypot(one.upper - p1, p2 - two.lower),
  }
}
