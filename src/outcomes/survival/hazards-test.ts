import { chiSquaredUpperTail } from '../numbers/distributions.ts'
import { factor, quadratic } from '../numbers/symmetric.ts'
import type { Design } from '../table/design.ts'
import type { CoxFit } from './cox.ts'
import { passOver } from './cox-pass.ts'
import { type FollowUp, rowsOfGroups } from './follow-up.ts'
import { kaplanMeier } from './kaplan-meier.ts'

export interface HazardsTest {
  /** A coefficient, a column with several of them, or GLOBAL for all together. */
  name: string
  chiSquared: number
  degreesOfFreedom: number
  p: number
}

/**
 * Whether each hazard ratio stays the same over time: the score test that it changes with 1 less the Kaplan-Meier curve.
 *
 * @returns nothing where events at too few times leave no change to be seen.
 * @source Grambsch and Therneau 1994, in the exact form of R's `survival` since version 3.
 */
export function testHazards(followUp: FollowUp, design: Design, fit: CoxFit): HazardsTest[] {
  const { places } = fit.ordered
  const size = 2 * places
  const score = new Float64Array(places)
  const information = new Float64Array(size * size)
  const lateness = latenessOf(followUp)
  passOver(fit.ordered, fit.standardised, (time, scores, triangle) => {
    const late = lateness(time)
    for (let one = 0, at = 0; one < places; one += 1) {
      score[one]! += late * scores[one]!
      for (let two = 0; two <= one; two += 1, at += 1) {
        addBlock(information, size, one, two, triangle[at]!, late)
        if (one !== two) addBlock(information, size, two, one, triangle[at]!, late)
      }
    }
  })
  return questions(design).flatMap(({ name, asked }) => {
    const chiSquared = scoreTest(information, score, places, asked)
    if (chiSquared === undefined) return []
    return [{ name, chiSquared, degreesOfFreedom: asked.length, p: chiSquaredUpperTail(chiSquared, asked.length) }]
  })
}

/** One less the share still without the event just before a time, over all rows, about its middle. */
function latenessOf(followUp: FollowUp): (time: number) => number {
  const [everybody] = rowsOfGroups(undefined, 1, followUp.n)
  const events = kaplanMeier(followUp, everybody!, 'log', new Float64Array()).filter((point) => point.events > 0)
  const before = new Map(events.map(({ time }, index) => [time, 1 - (events[index - 1]?.survival ?? 1)]))
  const all = events.reduce((sum, point) => sum + point.events, 0)
  const middle = events.reduce((sum, point) => sum + (before.get(point.time)! * point.events) / all, 0)
  return (time) => before.get(time)! - middle
}

/** The information of a coefficient and of its change over time. */
function addBlock(whole: Float64Array, size: number, row: number, column: number, part: number, late: number): void {
  const places = size / 2
  whole[row * size + column]! += part
  whole[row * size + column + places]! += part * late
  whole[(row + places) * size + column]! += part * late
  whole[(row + places) * size + column + places]! += part * late * late
}

/** Each coefficient alone, the coefficients of a column that has several, and all. */
function questions({ names, columns }: Design): { name: string; asked: number[] }[] {
  const alone = names.map((name, place) => ({ name, asked: [place] }))
  const together = [...new Set(columns)]
    .map((name) => ({ name, asked: names.flatMap((_, place) => (columns[place] === name ? [place] : [])) }))
    .filter(({ asked }) => asked.length > 1)
  return [...alone, ...together, { name: 'GLOBAL', asked: names.map((_, place) => place) }]
}

function scoreTest(whole: Float64Array, score: Float64Array, places: number, asked: number[]): number | undefined {
  const kept = [...score.keys(), ...asked.map((place) => place + places)]
  const information = Float64Array.from(kept.flatMap((one) => kept.map((two) => whole[one * places * 2 + two]!)))
  const factored = factor(information, kept.length, 1e-10)
  if ('dependent' in factored) return undefined
  const scores = new Float64Array(kept.length)
  scores.set(
    asked.map((place) => score[place]!),
    places,
  )
  return quadratic(factored, scores)
}
