import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../custody/index.ts'
import { addDays, type Day, daysBetween } from '../platform/calendar-day.ts'
import { type Clock, dueOn, extensionUntil } from './clock.ts'

const asked = (receivedOn: Day, more: Partial<Clock> = {}): Clock => ({
  ...{ receivedOn, provedOn: receivedOn, pauses: [], isExtended: false },
  ...more,
})

describe('the last day is the same date of the next month', () => {
  test.each([
    ['on an ordinary day', '2026-03-02', '2026-04-02'],
    ['on 30 August: 30 September', '2026-08-30', '2026-09-30'],
    ['on 31 August: September has 30 days', '2026-08-31', '2026-09-30'],
    ['on 31 January: February ends on a Saturday, so Monday', '2026-01-31', '2026-03-02'],
    ['on 31 January of a leap year: 29 February', '2028-01-31', '2028-02-29'],
    ['on a Sunday: the day it arrived is no working day, and counts', '2026-06-07', '2026-07-07'],
    ['so that it ends on a Saturday: Monday', '2026-05-06', '2026-06-08'],
    ['so that it ends on Good Friday: Tuesday after Easter', '2026-03-03', '2026-04-07'],
    ['so that it ends at Christmas: the day after the bank holidays', '2026-11-25', '2026-12-29'],
    ['in December: January of the next year', '2026-12-15', '2027-01-15'],
  ])('asked %s', (_, receivedOn, until) => {
    expect(dueOn(asked(receivedOn), 'UK-EW')).toBe(until)
  })

  test('another country has other holidays', () => {
    expect(dueOn(asked('2026-03-27'), 'NL')).toBe('2026-04-28') // the King's day
    expect(dueOn(asked('2026-05-02'), 'IT')).toBe('2026-06-03') // the Republic's day
  })
})

test('it begins when it is known who asks, and not before', () => {
  expect(dueOn(asked('2026-03-02', { provedOn: null }), 'UK-EW')).toBeUndefined()
  expect(dueOn(asked('2026-03-02', { provedOn: '2026-03-16' }), 'UK-EW')).toBe('2026-04-16')
  expect(dueOn(asked('2026-03-16', { provedOn: '2026-03-02' }), 'UK-EW')).toBe('2026-04-16') // known before it arrived
})

test('it stands still while the person is asked what they mean, and goes on for the days that were left', () => {
  const open = asked('2026-03-02', { pauses: [{ askedOn: '2026-03-10', answeredOn: null }] })
  const over = asked('2026-03-02', { pauses: [{ askedOn: '2026-03-10', answeredOn: '2026-03-17' }] })

  expect(dueOn(open, 'UK-EW')).toBeUndefined()
  expect(dueOn(over, 'UK-EW')).toBe('2026-04-09')
})

test('two more months make three, and the person is told of them within the first', () => {
  const clock = asked('2026-03-02', { isExtended: true })

  expect(dueOn(clock, 'UK-EW')).toBe('2026-06-02')
  expect(extensionUntil(clock, 'UK-EW')).toBe('2026-04-02')
  expect(dueOn(asked('2026-11-30', { isExtended: true }), 'UK-EW')).toBe('2027-03-01') // 28 February is a Sunday
})

const aDay = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2024-01-01', count))

test('whatever the day, it ends on a working day, 28 to 36 days on, and never sooner for a pause', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), (on, after, length) => {
      const until = dueOn(asked(on), 'UK-EW')!
      const askedOn = addDays(on, after)
      const paused = dueOn(asked(on, { pauses: [{ askedOn, answeredOn: addDays(askedOn, length) }] }), 'UK-EW')!

      expect(isWorkingDay(until, 'UK-EW')).toBe(true)
      expect(daysBetween(on, until)).toBeGreaterThanOrEqual(28)
      expect(daysBetween(on, until)).toBeLessThanOrEqual(36)
      expect(daysBetween(until, paused)).toBeGreaterThanOrEqual(Math.min(0, length))
    }),
  )
})
