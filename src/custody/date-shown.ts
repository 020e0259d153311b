import type { Day } from '../platform/calendar-day.ts'
import type { ReleaseDateKind, ReleaseDates } from './release-dates.ts'

export interface DateShown {
  day: Day
  kind: ReleaseDateKind
}

const order: readonly ReleaseDateKind[] = ['CONFIRMED', 'APD', 'HDCAD', 'CRD', 'ARD']
const orderWhenRecalled: readonly ReleaseDateKind[] = ['CONFIRMED', 'APD', 'HDCAD', 'PRRD', 'CRD', 'ARD']

/**
 * The one date that lists and pages show: confirmed, else approved parole, else home detention curfew approved, else
 * (for somebody recalled) post-recall, else conditional, else automatic release.
 *
 * @returns undefined where none of these is known ("no date").
 */
export function dateShown(dates: ReleaseDates, isRecalled: boolean): DateShown | undefined {
  for (const kind of isRecalled ? orderWhenRecalled : order) {
    const day = dates[kind]
    if (day) return { day, kind }
  }
  return undefined
}
