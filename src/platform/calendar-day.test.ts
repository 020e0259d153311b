import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn, dayAt, daysBetween, isDay, parseDay, weekdayOf } from './calendar-day.ts'

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((count) => addDays('1900-01-01', count))

test('a day that does not exist is refused', () => {
  const days = ['2026-02-31', '2025-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0202-01-01']

  const read = [...days, '1899-12-31', '2201-01-01', '', 'soon', '2026-1-1', '27/11/2026'].map(parseDay)

  expect(read.every((day) => day === undefined)).toBe(true)
})

test('a leap day exists in leap years alone', () => {
  expect(parseDay('2028-02-29')).toBe('2028-02-29')
  expect(parseDay(' 2026-11-27 ')).toBe('2026-11-27')
  expect(isDay(' 2026-11-27')).toBe(false)
})

test('adding days and counting them are each other turned round', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -9_000, max: 9_000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count)
      expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day))
    }),
  )
})

test('the clocks going back does not make a day longer', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(weekdayOf('2026-11-22')).toBe(7)
})

test('half past midnight in a British summer is already the next day there', () => {
  const at = new Date('2026-06-30T23:30:00Z')

  expect(dayAt(at)).toBe('2026-07-01')
  expect(dayAt(at, 'UTC')).toBe('2026-06-30')
})

test('a person is a year older on their birthday and not a day before', () => {
  expect(ageOn('1985-12-10', '2026-12-09')).toBe(40)
  expect(ageOn('1985-12-10', '2026-12-10')).toBe(41)
  expect(ageOn('2004-02-29', '2027-02-28')).toBe(22)
})

test('any text is read as a day or refused, never a fault', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const day = parseDay(text)
      expect(day === undefined || isDay(day)).toBe(true)
    }),
  )
})
