import type { Jurisdiction } from '../people/index.ts'
import { addDays, type Day } from '../platform/calendar-day.ts'
import { isWorkingDay, workingDayOnOrBefore } from './working-days.ts'

/** When somebody may be let out, which is never stated as decided. */
export interface EarlierRelease {
  /** The date itself, or the working day before it where nobody works on it. */
  dueOn: Day
  /** The last working day before `dueOn` that no day off follows; absent where the rule does not move the date. */
  lastEligibleOn?: Day
  /** The earliest day to plan for. */
  earliestOn: Day
}

/**
 * The days on which somebody due for release "may be released as early as", so that nobody is let out with every door
 * shut. A date on which nobody works first moves back to the working day before. Somebody due on a working day just
 * before a day off may leave on the last eligible working day before it, or on the eligible working day before that;
 * eligible means that the next day is a working day too. Italy and the Netherlands have no such rule.
 *
 * @source Criminal Justice Act 1961 s.23(3B)-(3D), as amended by the Offenders (Day of Release from Detention) Act 2023.
 */
export function earlierRelease(day: Day, jurisdiction: Jurisdiction): EarlierRelease {
  if (jurisdiction !== 'UK-EW') return { dueOn: day, earliestOn: day }

  const dueOn = workingDayOnOrBefore(day, jurisdiction)
  if (isEligible(dueOn, jurisdiction)) return { dueOn, earliestOn: dueOn }

  const lastEligibleOn = eligibleBefore(dueOn, jurisdiction)
  return { dueOn, lastEligibleOn, earliestOn: eligibleBefore(lastEligibleOn, jurisdiction) }
}

function eligibleBefore(day: Day, jurisdiction: Jurisdiction): Day {
  let candidate = addDays(day, -1)
  while (!isEligible(candidate, jurisdiction)) candidate = addDays(candidate, -1)
  return candidate
}

const isEligible = (day: Day, jurisdiction: Jurisdiction): boolean =>
  isWorkingDay(day, jurisdiction) && isWorkingDay(addDays(day, 1), jurisdiction)
