import type { Day } from '../platform/calendar-day.ts'
import { startCount } from './count-proven.ts'
import { type CohortScores, countScores } from './count-scores.ts'
import { oneYear, twoYears } from './definition.ts'
import { ExpectationCount } from './expectation.ts'
import type { Member, MemberOffence } from './queries/results.ts'
import { type CohortSeverity, startCohortSeverity, type Weights } from './severity/weights.ts'
import { standardise } from './standardise.ts'

export interface CountedArea {
  area: string
  people: number
  reoffenders: number
  /** How many would have reoffended at the whole cohort's rates for people of the same age and sex. */
  expected: number
}

/** A cohort as it was counted; whole numbers that are not all fit to be shown. */
export interface Counted {
  /** `NOT_AGREED`: no agreement opens the data. `TOO_CLOSE`: it differs from another cohort by a handful of people. */
  state: 'COUNTED' | 'NOT_AGREED' | 'TOO_CLOSE'
  people: number
  reoffenders: number
  reoffences: number
  matureOn: Day | null
  isMature: boolean
  /** People whose whole history is known, and how many of them the predictor expects within two years. */
  scored: number
  expected: number
  scoredReoffenders: number
  scoredMatureOn: Day | null
  scoredIsMature: boolean
  areas: CountedArea[]
  /** By the agency's table of weights, where it loaded one. */
  severity: CohortSeverity | null
  /** How the predictor did; null until two years and their courts are over. */
  scores: CohortScores | null
}

export const notCounted = (state: Counted['state']): Counted => ({
  ...{ state, people: 0, reoffenders: 0, reoffences: 0, matureOn: null, isMature: false },
  ...{
    scored: 0,
    expected: 0,
    scoredReoffenders: 0,
    scoredMatureOn: null,
    scoredIsMature: false,
    areas: [],
    severity: null,
    scores: null,
  },
})

/**
 * Counts a cohort by the definition: one year for the rate, two for what the predictor speaks of.
 *
 * @param offences - each person's together, so that a history is read as it comes.
 * @param weights - how grave each kind of offence is, where that is to be summed.
 */
export async function countCohort(
  members: Member[],
  offences: AsyncIterable<MemberOffence>,
  window: { from: Day; to: Day },
  today: Day,
  weights?: Weights,
): Promise<Counted> {
  const [one, two] = [startCount(members, window, oneYear), startCount(members, window, twoYears)]
  const expectation = new ExpectationCount(members)
  const severity = weights && startCohortSeverity(weights)
  for await (const read of offences) {
    const { outcomeOn, ...rest } = read
    const offence = { ...rest, ...(outcomeOn ? { outcomeOn } : {}) }
    if (one.add(offence)) severity?.add(read.person, read.kind, read.category)
    two.add(offence)
    expectation.add(read)
  }

  const proven = one.result(today)
  const expected = expectation.result()
  const reoffended = new Set(proven.people.flatMap(({ person, reoffences }) => (reoffences > 0 ? person : [])))
  const later = two.result(today)
  const again = new Set(later.people.flatMap(({ person, reoffences }) => (reoffences > 0 ? person : [])))
  const ofScored = later.people.filter(({ person }) => expected.has(person))
  return {
    state: 'COUNTED',
    people: proven.cohort,
    reoffenders: proven.reoffenders,
    reoffences: proven.reoffences,
    matureOn: proven.matureOn,
    isMature: proven.mature,
    scored: expected.size,
    expected: [...expected.values()].reduce((sum, chance) => sum + chance, 0),
    scoredReoffenders: ofScored.filter(({ reoffences }) => reoffences > 0).length,
    scoredMatureOn: later.matureOn,
    scoredIsMature: later.mature,
    severity: severity?.result() ?? null,
    scores: later.mature ? countScores(members, expected, again) : null,
    areas: standardise(members.map((member) => ({ ...member, happened: reoffended.has(member.person) }))),
  }
}
