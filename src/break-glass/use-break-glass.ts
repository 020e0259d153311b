import { getPartnership } from '../agencies/index.ts'
import { isWorkingDay } from '../custody/index.ts'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { closeBreakGlass, getBreakGlass, insertBreakGlass } from './queries.ts'
import { tellManagers } from './tell.ts'

export interface Emergency {
  /** As it was typed. */
  identifier: string
  /** What it may be, in the form that is stored. */
  numbers: readonly string[]
  /** 20 to 1,000 characters: what happens to whom if nobody looks now. */
  reason: string
}

export const shortestReason = 20
const daysToReview = 2

/**
 * Opens what there is of a person to the actor for one hour. What it found is to be read in a later request: by then this is
 * written down and told, and the answer to somebody who guesses numbers is the same until that is so.
 *
 * @returns the id under which it is kept, found or not.
 * @throws Refusal `break-glass.not-public` to a charity, which no law lets in.
 */
export async function useBreakGlass(change: Change, { identifier, numbers, reason }: Emergency): Promise<string> {
  const { actor, now } = change
  if (actor.agencyKind === 'charity') throw new Refusal('not allowed', 'break-glass.not-public')
  const { jurisdiction } = await getPartnership(change)
  const id = newId()
  await insertBreakGlass(change, { id, identifier, numbers, reason, reviewDueAt: dueAt(now, jurisdiction) })
  const glass = await getBreakGlass(change, id)
  if (glass.ownerAgencyId) await tellManagers(change, glass.ownerAgencyId, 'used')
  change.record({ name: 'break-glass.used', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Gives the sight back before the hour is over. @throws Refusal `break-glass.not-found` when it is not open, or not one's own. */
export async function giveBackGlass(change: Change, id: string): Promise<void> {
  if ((await closeBreakGlass(change, id)) === 0) throw new Refusal('not found', 'break-glass.not-found')
  change.record({ name: 'break-glass.given-back', subjectId: id, fieldGroup: 'administration' })
}

/** The end of the second working day after an instant. */
export function dueAt(now: Date, jurisdiction: Parameters<typeof isWorkingDay>[1]): Date {
  let day: Day = dayAt(now)
  for (let left = daysToReview; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, jurisdiction)) left -= 1
  }
  return instantAt(addDays(day, 1), '00:00')
}
