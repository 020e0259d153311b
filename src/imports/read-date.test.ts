import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isDay } from '../platform/calendar-day.ts'
import { provesDayFirst, readDate } from './read-date.ts'

const hints = { dayFirst: false, from: 1976 }

test.each([
  '2026-11-27',
  '2026-11-27T00:00:00',
  '27/11/2026',
  ' 27-11-2026 ',
  '27.11.2026',
  '27/11/2026 00:00',
  '27 Nov 2026',
  '27th November 2026',
  '27-Nov-2026',
  '27 novembre 2026',
  '27 november 2026',
])('%s is 27 November 2026', (text) => {
  expect(readDate(text, hints)).toEqual({ day: '2026-11-27' })
})

test.each([
  ['31/02/2026', 'date-impossible'],
  ['2026-02-31', 'date-impossible'],
  ['0202-11-27', 'date-year'],
  ['1/2/0202', 'date-year'],
  ['1 February 0202', 'date-year'],
  ['31/12/1899', 'date-year'],
  ['01/01/2201', 'date-year'],
  ['11/27/2026', 'date-month-first'],
  ['46353', 'date-serial'],
  ['46353.5', 'date-serial'],
  ['soon', 'date-unreadable'],
  ['27 Brumaire 2026', 'date-unreadable'],
  ["{{now offset='3 months' format='yyyy-MM-dd'}}", 'date-unreadable'],
])('%s is left out: %s', (text, problem) => {
  expect(readDate(text, hints)).toEqual({ problem })
})

test('the first and the last year that the reason names are taken', () => {
  expect(readDate('01/01/1900', { ...hints, dayFirst: true })).toEqual({ day: '1900-01-01' })
  expect(readDate('31/12/2200', hints)).toEqual({ day: '2200-12-31' })
})

test('a date that could be read two ways is read day first, and warned of until its column shows which', () => {
  expect(readDate('03/04/2026', hints)).toEqual({ day: '2026-04-03', problem: 'date-ambiguous' })
  expect(readDate('03/04/2026', { ...hints, dayFirst: true })).toEqual({ day: '2026-04-03' })
  expect(readDate('04/04/2026', hints)).toEqual({ day: '2026-04-04' })
  expect(['27/11/2026', '11/27/2026', '03/04/2026'].map(provesDayFirst)).toEqual([true, false, false])
})

test('two digits of a year mean the hundred years that were said', () => {
  expect(readDate('27/11/26', hints)).toEqual({ day: '2026-11-27', problem: 'date-two-digit-year' })
  expect(readDate('27 Nov 85', { dayFirst: true, from: 1927 }).day).toBe('1985-11-27')
  expect(readDate('27 Nov 26', { dayFirst: true, from: 1927 }).day).toBe('2026-11-27')
})

test('every day is read back from the ways in which it is written, and no text is a fault', () => {
  const anyDay = fc.integer({ min: 0, max: 100_000 }).map((count) => addDays('1900-01-01', count))
  fc.assert(
    fc.property(anyDay, fc.string(), (day, text) => {
      const [year, month, date] = day.split('-')
      expect(readDate(`${date}/${month}/${year}`, { ...hints, dayFirst: true })).toEqual({ day })
      const read = readDate(text, hints)
      expect(read.day === undefined ? read.problem !== undefined : isDay(read.day)).toBe(true)
    }),
  )
})
