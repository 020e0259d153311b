import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { weekdayOf } from '../platform/calendar-day.ts'
import { reckonHolidays } from './reckon-holidays.ts'
import { isWorkingDay, publicHolidays } from './working-days.ts'

const published = '../shared/data/uk/bank_holidays_uk_2019_2028.csv'

test.skipIf(!existsSync(published))(
  `bank holidays in England and Wales are the published ones, 2019 to 2028 (skipped where ${published} is absent)`,
  () => {
    const rows = readFileSync(published, 'utf8').split('\n')
    const expected = rows.filter((row) => row.startsWith('england-and-wales,')).map((row) => row.split(',')[1])

    const years = Array.from({ length: 10 }, (_, index) => 2019 + index)
    const ours = years.flatMap((year) => publicHolidays(year, 'UK-EW')).filter((day) => weekdayOf(day) <= 5)

    expect(ours).toEqual(expected.sort())
  },
)

test('a Saturday, a Sunday, Christmas Day and Good Friday are no working days; the Monday between holidays is', () => {
  const off = ['2026-11-28', '2026-11-29', '2026-12-25', '2026-04-03']

  expect(off.filter((day) => isWorkingDay(day, 'UK-EW'))).toEqual([])
  expect(isWorkingDay('2026-12-29', 'UK-EW')).toBe(true)
})

test('each country keeps its own holidays', () => {
  expect(isWorkingDay('2026-06-02', 'IT')).toBe(false)
  expect(isWorkingDay('2026-04-27', 'NL')).toBe(false)
  expect(isWorkingDay('2026-04-27', 'UK-EW')).toBe(true)
})

test('a page of 50 rows costs nothing once a year is known', () => {
  isWorkingDay('2026-12-29', 'UK-EW')

  const start = performance.now()
  for (let row = 0; row < 50_000; row += 1) isWorkingDay('2026-12-29', 'UK-EW')

  expect(performance.now() - start).toBeLessThan(1_000)
})

test('the drawn table is what the calendars say, and a year beyond it is reckoned', () => {
  for (const jurisdiction of ['UK-EW', 'IT', 'NL'] as const) {
    for (const year of [2000, 2026, 2027, 2070])
      expect(publicHolidays(year, jurisdiction)).toEqual(reckonHolidays(year, jurisdiction))
  }

  expect(publicHolidays(2099, 'IT')).toContain('2099-04-13') // Easter Monday
})
