import type { CountedArea } from './count-cohort.ts'
import type { CohortResult } from './queries/results.ts'
import type { CohortSeverity } from './severity/weights.ts'

/** No rate of fewer people is shown. @source the Ministry publishes none below 30. */
export const fewestPeople = 30
/** No count between 1 and this less one is shown, nor one that leaves so few to the other side. */
export const fewestCounted = 5

/** What of a cohort may be seen. */
export type Shown =
  | { state: 'WAITING' | 'NOT_AGREED' | 'TOO_CLOSE' | 'FEW_PEOPLE' }
  | { state: 'NOT_MATURE'; people: number; matureOn: string }
  | { state: 'FEW_COUNTED'; people: number; matureOn: string }
  | {
      state: 'SHOWN'
      people: number
      matureOn: string
      reoffenders: number
      reoffences: number
      severity: CohortSeverity | null
    }

export function shownOf(result: CohortResult | undefined): Shown {
  if (!result) return { state: 'WAITING' }
  const { state, people, matureOn, reoffenders, reoffences, severity } = result
  if (state !== 'COUNTED') return { state }
  if (people < fewestPeople || matureOn === null) return { state: 'FEW_PEOPLE' }
  if (!result.isMature) return { state: 'NOT_MATURE', people, matureOn }
  if (!isSafe(people, reoffenders)) return { state: 'FEW_COUNTED', people, matureOn }
  return { state: 'SHOWN', people, matureOn, reoffenders, reoffences, severity }
}

/** What the predictor expected of those whom it could score, beside what happened within two years. */
export type ShownExpectation =
  | { state: 'FEW_SCORED' }
  | { state: 'NOT_MATURE'; scored: number; expected: number; matureOn: string }
  | { state: 'FEW_COUNTED'; scored: number; expected: number }
  | { state: 'SHOWN'; scored: number; expected: number; reoffenders: number }

export function shownExpectation(result: CohortResult): ShownExpectation {
  const { scored, expected, scoredReoffenders, scoredMatureOn, scoredIsMature } = result
  const left = result.people - scored
  // Of whom it could not score there must be enough too, or nobody: else the rest could be told by taking one from the other.
  if (scored < fewestPeople || (left > 0 && left < fewestPeople)) return { state: 'FEW_SCORED' }
  if (!scoredIsMature || scoredMatureOn === null) {
    return { state: 'NOT_MATURE', scored, expected, matureOn: scoredMatureOn ?? '' }
  }
  if (!isSafe(scored, scoredReoffenders)) return { state: 'FEW_COUNTED', scored, expected }
  return { state: 'SHOWN', scored, expected, reoffenders: scoredReoffenders }
}

export interface ShownAreas {
  areas: CountedArea[]
  /** Areas that are held back, with nothing of their own. */
  held: string[]
}

/**
 * The areas that may be shown: each safe by itself, and what is held back safe as a whole, since everybody can take the areas
 * that are shown from the sum of all. While it is not, the smallest area that is shown is held back too.
 */
export function shownAreas(all: CountedArea[]): ShownAreas {
  const isShown = ({ people, reoffenders }: CountedArea) => people >= fewestPeople && isSafe(people, reoffenders)
  const areas = all.filter(isShown).sort((a, b) => b.people - a.people)
  const held = all.filter((area) => !isShown(area))
  while (held.length > 0 && areas.length > 0 && !isSafeTogether(held)) held.push(areas.pop()!)
  const byName = (a: string, b: string) => (a < b ? -1 : 1)
  return {
    areas: areas.sort((a, b) => byName(a.area, b.area)),
    held: held.map(({ area }) => area).sort(byName),
  }
}

function isSafeTogether(held: CountedArea[]): boolean {
  const people = held.reduce((sum, area) => sum + area.people, 0)
  const reoffenders = held.reduce((sum, area) => sum + area.reoffenders, 0)
  return held.length > 1 && people >= fewestPeople && isSafe(people, reoffenders)
}

/** Neither side of a count is so few that somebody could be told: where all or nobody reoffended, it is told of each. */
const isSafe = (people: number, counted: number): boolean =>
  counted >= fewestCounted && people - counted >= fewestCounted
