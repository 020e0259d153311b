import { isWorkingDay } from '../custody/index.ts'
import type { Jurisdiction } from '../people/index.ts'
import { addDays, addMonths, type Day, daysBetween } from '../platform/calendar-day.ts'

/** What the clock of a request counts by. */
export interface Clock {
  receivedOn: Day
  /** When it was known who asks; null while it is not: the clock has not begun then. */
  provedOn: Day | null
  /** While the person is asked what they mean; without an end the clock stands still now. */
  pauses: readonly { askedOn: Day; answeredOn: Day | null }[]
  isExtended: boolean
}

const months = 1
const monthsOfExtension = 2

/**
 * The last day on which the copy may be given. The month begins when the request has arrived and it is known who asks, and ends on
 * the same date of the next month, or on its last day where it has no such date; days of a pause are added; where nobody works
 * that day, it is the next working day.
 *
 * @returns undefined while the clock has not begun, or stands still.
 * @source UK GDPR and GDPR art. 12(3); Data Protection Act 2018 s.54; ICO, "How long do we have to comply?"; Regulation (EEC, Euratom)
 *   1182/71 art. 3.
 */
export function dueOn(clock: Clock, jurisdiction: Jurisdiction): Day | undefined {
  const isPaused = clock.pauses.some(({ answeredOn }) => !answeredOn)
  return isPaused ? undefined : endOf(clock, clock.isExtended ? months + monthsOfExtension : months, jurisdiction)
}

/** The last day on which the person may be told that two more months are needed: that of the first month. */
export const extensionUntil = (clock: Clock, jurisdiction: Jurisdiction): Day | undefined =>
  endOf(clock, months, jurisdiction)

function endOf({ receivedOn, provedOn, pauses }: Clock, count: number, jurisdiction: Jurisdiction): Day | undefined {
  if (!provedOn) return undefined
  const beganOn = provedOn > receivedOn ? provedOn : receivedOn
  return workingDayOnOrAfter(addDays(addMonths(beganOn, count), daysPaused(pauses, beganOn)), jurisdiction)
}

/** Days that a pause took from the month: none from before it began. */
function daysPaused(pauses: Clock['pauses'], beganOn: Day): number {
  let count = 0
  for (const { askedOn, answeredOn } of pauses) {
    if (answeredOn) count += Math.max(0, daysBetween(askedOn > beganOn ? askedOn : beganOn, answeredOn))
  }
  return count
}

function workingDayOnOrAfter(day: Day, jurisdiction: Jurisdiction): Day {
  let candidate = day
  while (!isWorkingDay(candidate, jurisdiction)) candidate = addDays(candidate, 1)
  return candidate
}
