import { type Day, dayAt, homeZone } from './calendar-day.ts'

const clocks = new Map<string, Intl.DateTimeFormat>() // making one costs 50 us, using it 1

/** The time that a clock on the wall in a zone shows at an instant: '14:10'. */
export function timeAt(at: Date, zone: string = homeZone): string {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(zone, clock)
  }
  return clock.format(at)
}

/**
 * The instant at which a wall clock shows a day and a time. The hour that spring skips is read as the one after it, the
 * hour that autumn repeats as the second of the two.
 *
 * @param time - 'HH:MM'
 */
export function instantAt(day: Day, time: string, zone: string = homeZone): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const shownFor = (ms: number) => Date.parse(`${dayAt(new Date(ms), zone)}T${timeAt(new Date(ms), zone)}:00Z`)
  const first = asUtc - (shownFor(asUtc) - asUtc)
  return new Date(first + (asUtc - shownFor(first)))
}

/**
 * The instants at which a wall clock shows a day and a time: one; none in the hour that spring skips; two, the earlier first, in
 * the hour that autumn repeats.
 *
 * @param time - 'HH:MM'
 */
export function instantsAt(day: Day, time: string, zone: string = homeZone): Date[] {
  const second = instantAt(day, time, zone)
  const around = [second.getTime() - msInHour, second.getTime(), second.getTime() + msInHour].map((ms) => new Date(ms))
  return around.filter((at) => dayAt(at, zone) === day && timeAt(at, zone) === time)
}

const msInHour = 3_600_000
