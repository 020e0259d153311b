import { expect, test } from 'vitest'
import { dayAt } from './calendar-day.ts'
import { instantAt, instantsAt, timeAt } from './wall-clock.ts'

test('a time on the wall is an instant, in winter, in summer and on either side of midnight', () => {
  expect(instantAt('2026-03-02', '09:30').toISOString()).toBe('2026-03-02T09:30:00.000Z')
  expect(instantAt('2026-07-02', '09:30').toISOString()).toBe('2026-07-02T08:30:00.000Z')
  expect(instantAt('2026-07-02', '00:10').toISOString()).toBe('2026-07-01T23:10:00.000Z')
})

test('what is read back is what was said, on the days when the clocks change too', () => {
  const days = ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']
  const times = ['00:00', '00:59', '02:00', '12:00', '23:59']

  const back = days.flatMap((day) =>
    times.map((time) => {
      const at = instantAt(day, time)
      return `${dayAt(at)} ${timeAt(at)}`
    }),
  )

  expect(back).toEqual(days.flatMap((day) => times.map((time) => `${day} ${time}`)))
})

test.each([
  ['Europe/London', '01:30'],
  ['Europe/Rome', '02:30'],
  ['Europe/Amsterdam', '02:30'],
])('in %s a time that spring skips is none, and one that autumn repeats is two', (zone, time) => {
  const skipped = instantsAt('2026-03-29', time, zone)
  const repeated = instantsAt('2026-10-25', time, zone)
  const usual = instantsAt('2026-06-10', time, zone)

  expect(skipped).toEqual([])
  expect(repeated.map((at) => timeAt(at, zone))).toEqual([time, time])
  expect(repeated[1]!.getTime() - repeated[0]!.getTime()).toBe(3_600_000)
  expect(usual).toHaveLength(1)
})
