import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../platform/calendar-day.ts'
import { earlierRelease } from './friday-rule.ts'
import { isWorkingDay } from './working-days.ts'

const vectors = [
  { due: '2026-11-27', last: '2026-11-26', earliest: '2026-11-25', what: 'an ordinary Friday' },
  { due: '2026-01-02', last: '2025-12-30', earliest: '2025-12-29', what: 'the Friday after New Year' },
  { due: '2026-12-24', last: '2026-12-23', earliest: '2026-12-22', what: 'Christmas Eve' },
  { due: '2026-04-02', last: '2026-04-01', earliest: '2026-03-31', what: 'the Thursday before Good Friday' },
  { due: '2026-12-31', last: '2026-12-30', earliest: '2026-12-29', what: 'New Year’s Eve' },
]

test.each(vectors)('$what, $due, may be brought forward to $earliest', ({ due, last, earliest }) => {
  const release = earlierRelease(due, 'UK-EW')

  expect(release).toEqual({ dueOn: due, lastEligibleOn: last, earliestOn: earliest })
})

test('a working day that another follows is not brought forward', () => {
  expect(earlierRelease('2026-12-29', 'UK-EW')).toEqual({ dueOn: '2026-12-29', earliestOn: '2026-12-29' })
})

test('a Sunday first moves back to the Friday, which is then brought forward', () => {
  const release = earlierRelease('2026-11-29', 'UK-EW')

  expect(release).toEqual({ dueOn: '2026-11-27', lastEligibleOn: '2026-11-26', earliestOn: '2026-11-25' })
})

test('Italy and the Netherlands have no Friday rule', () => {
  expect(earlierRelease('2026-11-27', 'IT').earliestOn).toBe('2026-11-27')
  expect(earlierRelease('2026-11-29', 'NL').earliestOn).toBe('2026-11-29')
})

test('the earliest day is a working day before another, never later than the date and never weeks before it', () => {
  const anyDay = fc.integer({ min: 0, max: 36_500 }).map((count) => addDays('2000-01-01', count))

  fc.assert(
    fc.property(anyDay, (day) => {
      const { earliestOn, dueOn } = earlierRelease(day, 'UK-EW')
      expect(earliestOn <= dueOn && dueOn <= day).toBe(true)
      expect(earliestOn >= addDays(day, -14)).toBe(true)
      expect(isWorkingDay(earliestOn, 'UK-EW') && isWorkingDay(addDays(earliestOn, 1), 'UK-EW')).toBe(true)
    }),
  )
})
