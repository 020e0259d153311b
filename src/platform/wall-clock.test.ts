import { expect, test } from 'vitest'
import { dayAt } from './calendar-day.ts'
import { instantAt, timeAt } from './wall-clock.ts'

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
