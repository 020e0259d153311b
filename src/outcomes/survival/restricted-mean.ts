import type { CurvePoint } from './kaplan-meier.ts'

/**
 * Mean time without the event up to a limit: the area under the curve until then, in the unit of the times.
 *
 * A curve that ends before the limit is carried on flat, as R's `survival` does.
 *
 * @source Irwin 1949; the variance sums Greenwood's terms, each by the square of the area to its right.
 */
export function restrictedMean(points: CurvePoint[], upTo: number): { estimate: number; standardError: number } {
  const within = points.filter(({ time }) => time <= upTo)
  let estimate = 0
  let height = 1
  let from = 0
  for (const { time, survival } of within) {
    estimate += height * (time - from)
    height = survival
    from = time
  }
  estimate += height * (upTo - from)

  let right = 0
  let variance = 0
  for (let index = within.length - 1, end = upTo; index >= 0; index -= 1) {
    const { time, survival, atRisk, events } = within[index]!
    right += survival * (end - time)
    end = time
    if (events > 0 && events < atRisk) variance += (right * right * events) / (atRisk * (atRisk - events))
  }
  return { estimate, standardError: Math.sqrt(variance) }
}
