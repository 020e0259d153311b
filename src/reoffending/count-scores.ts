import { type Judged, judgeScore } from '../fairness/index.ts'
import { ageOn } from '../platform/calendar-day.ts'
import type { Member } from './queries/results.ts'

/** How the predictor did in a cohort, by what its people are told apart by. */
export type CohortScores = Record<'AGE' | 'SEX' | 'AREA', Judged>

/** A chance of a half or more within two years is "medium" or above in the published bands. */
const high = 0.5
const ageFloors = [0, 25, 35]

/**
 * Lays the published predictor beside what happened within two years, for those whom it could score.
 *
 * @param expected - person -> their chance, 0 to 1.
 * @param reoffended - who reoffended within two years.
 */
export function countScores(
  members: readonly Member[],
  expected: ReadonlyMap<string, number>,
  reoffended: ReadonlySet<string>,
): CohortScores {
  const scored = members.flatMap((member) => {
    const score = expected.get(member.person)
    return score === undefined ? [] : { member, score, happened: reoffended.has(member.person) }
  })
  const by = (groupOf: (member: Member) => string) =>
    judgeScore(
      scored.map(({ member, score, happened }) => ({ score, happened, group: groupOf(member) })),
      high,
    )
  return { AGE: by(ageOf), SEX: by(({ sex }) => sex ?? ''), AREA: by(({ area }) => area) }
}

/** "25-34": the youngest and oldest of the group; the last is open. */
function ageOf({ bornOn, on }: Member): string {
  if (!bornOn) return ''
  const index = ageFloors.findLastIndex((floor) => ageOn(bornOn, on) >= floor)
  const next = ageFloors[index + 1]
  return next === undefined ? `${ageFloors[index]}+` : `${ageFloors[index] || 18}-${next - 1}`
}
