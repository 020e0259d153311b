import { isWorkingDay } from '../custody/index.ts'
import { addDays, type Day, dayAt } from '../platform/calendar-day.ts'
import { instantAt, instantsAt, timeAt } from '../platform/wall-clock.ts'

const msInMinute = 60_000
const morning = '09:00'

/** When to call back: in so many minutes, or at the next time that a clock on the wall shows. */
export type CallBackWhen = { inMinutes: number } | { at: string }

/**
 * The instant of a call-back. A time that has gone by today is tomorrow's; one that spring skips is an hour later; one that autumn
 * repeats is the first that still comes.
 *
 * @param when - minutes, or 'HH:MM'.
 */
export function callBackDue(now: Date, when: CallBackWhen): Date {
  if ('inMinutes' in when) return new Date(now.getTime() + when.inMinutes * msInMinute)
  const today = dayAt(now)
  const next = [today, addDays(today, 1)].flatMap((day) => {
    const shown = instantsAt(day, when.at)
    return shown.length > 0 ? shown : [instantAt(day, when.at)]
  })
  return next.find((at) => at > now)!
}

/** The working morning on which a worker reads of a call: of the same day for a call before nine, else of the next day that is worked. */
export function morningAfter(at: Date, jurisdiction: Parameters<typeof isWorkingDay>[1]): Day {
  let day = timeAt(at) < morning ? dayAt(at) : addDays(dayAt(at), 1)
  while (!isWorkingDay(day, jurisdiction)) day = addDays(day, 1)
  return day
}

/** A shift from one time on the wall to another, over midnight where it ends no later than it begins. */
export function shiftOf(day: Day, from: string, until: string): { startsAt: Date; endsAt: Date } {
  return { startsAt: instantAt(day, from), endsAt: instantAt(until <= from ? addDays(day, 1) : day, until) }
}
