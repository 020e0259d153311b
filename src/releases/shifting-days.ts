import { earlierRelease } from '../custody/index.ts'
import type { Jurisdiction } from '../people/index.ts'
import { addDays, type Day } from '../platform/calendar-day.ts'

const known = new Map<string, Day[]>()

/** Days of a window that the Friday rule may bring forward; worked out once a day. */
export function shiftingDays(from: Day, lengthInDays: number, jurisdiction: Jurisdiction): Day[] {
  const key = `${from} ${lengthInDays} ${jurisdiction}`
  let days = known.get(key)
  if (!days) {
    days = Array.from({ length: lengthInDays + 1 }, (_, index) => addDays(from, index)).filter(
      (day) => earlierRelease(day, jurisdiction).earliestOn < day,
    )
    if (known.size > 50) known.clear()
    known.set(key, days)
  }
  return days
}
