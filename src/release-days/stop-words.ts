import type { Locale } from '../platform/words.ts'
import { timeOf } from './minutes.ts'
import type { Ride } from './the-day/travel.ts'
import { tightInMinutes, type Visit } from './the-day/walk-day.ts'
import { words } from './words.ts'

/** What becomes of a stop, in a sentence; undefined where there is nothing to say. */
export function troubleText(
  locale: Locale,
  { trouble, stop, arrivesAt, clashesWith, spareInMinutes }: Visit,
): string | undefined {
  const say = words(locale)
  const { place, closesAt } = stop
  if (trouble === 'LATE') return say('trouble.LATE', { minutes: arrivesAt! - stop.bookedAt!, time: timeOf(arrivesAt!) })
  if (trouble === 'CLOSED' && arrivesAt === null) return say('trouble.shut', { place })
  if (trouble === 'CLOSED') return say('trouble.CLOSED', { place, closes: timeOf(closesAt), time: timeOf(arrivesAt!) })
  if (trouble === 'TWO_AT_ONCE') return say('trouble.TWO_AT_ONCE', { other: clashesWith ?? '' })
  if (trouble) return say(`trouble.${trouble}`, { place })
  return isTight(spareInMinutes) ? say('trouble.tight', { minutes: spareInMinutes }) : undefined
}

export const isTight = (spare: number | null): boolean => spare !== null && spare < tightInMinutes

/** "Bus to Wexley, 51 minutes". */
export function rideText(locale: Locale, { leg, departsAt, arrivesAt }: Ride, to: string): string {
  return words(locale)(`ride.${leg.mode}`, { to, minutes: arrivesAt - departsAt })
}
