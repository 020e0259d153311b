import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { deleteLeg, type OpenHours, upsertHours, upsertLegs } from './queries/travel.ts'
import type { Leg } from './the-day/day-plan.ts'

/** Keeps lines of the travel-time table; those of the same places and way are replaced. */
export async function keepLegs(change: Change, legs: readonly Leg[]): Promise<void> {
  await upsertLegs(change, legs)
  record(change, 'travel-times.changed', { count: legs.length })
}

/** @throws Refusal `travel-leg.not-found` */
export async function takeOffLeg(change: Change, id: string): Promise<void> {
  if (!(await deleteLeg(change, id))) throw new Refusal('not found', 'travel-leg.not-found')
  record(change, 'travel-times.changed', { count: 1 })
}

/** Keeps when a place is open on some days of the week. */
export async function keepHours(
  change: Change,
  hours: OpenHours & { place: string; weekdays: readonly number[] },
): Promise<void> {
  await upsertHours(change, hours)
  record(change, 'place-hours.changed', { count: hours.weekdays.length })
}

function record(change: Change, name: string, details: { count: number }): void {
  change.record({ name, subjectId: change.actor.userId, fieldGroup: 'administration', details })
}
