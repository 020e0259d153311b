import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateShown } from './date-shown.ts'
import { type ReleaseDates, releaseDateKinds } from './release-dates.ts'

test('the date shown is the surest that is known', () => {
  const dates: ReleaseDates = { ARD: '2026-12-05', CRD: '2026-12-04', PRRD: '2026-12-03', HDCAD: '2026-12-02' }

  const steps = [
    dateShown({ ...dates, APD: '2026-12-01', CONFIRMED: '2026-11-30' }, false),
    dateShown({ ...dates, APD: '2026-12-01' }, false),
    dateShown(dates, false),
    dateShown({ ARD: '2026-12-05', CRD: '2026-12-04' }, false),
    dateShown({ ARD: '2026-12-05' }, false),
  ]

  expect(steps.map((shown) => shown?.kind)).toEqual(['CONFIRMED', 'APD', 'HDCAD', 'CRD', 'ARD'])
})

test('the post-recall date counts for somebody who was recalled and for nobody else', () => {
  const dates: ReleaseDates = { PRRD: '2026-12-29', CRD: '2026-12-04' }

  expect(dateShown(dates, true)).toEqual({ day: '2026-12-29', kind: 'PRRD' })
  expect(dateShown(dates, false)).toEqual({ day: '2026-12-04', kind: 'CRD' })
  expect(dateShown({ PRRD: '2026-12-29' }, false)).toBeUndefined()
})

test('an eligibility or expiry date alone is no release date', () => {
  const dates: ReleaseDates = { HDCED: '2026-12-01', PED: '2026-12-02', SLED: '2027-12-02', LED: '2027-12-02' }

  expect(dateShown(dates, true)).toBeUndefined()
})

test('what is shown is always one of the dates given', () => {
  const anyDates = fc.dictionary(fc.constantFrom(...releaseDateKinds), fc.constantFrom('2026-12-01', '2027-01-02'))

  fc.assert(
    fc.property(anyDates, fc.boolean(), (dates: ReleaseDates, isRecalled) => {
      const shown = dateShown(dates, isRecalled)
      expect(shown === undefined || dates[shown.kind] === shown.day).toBe(true)
    }),
  )
})
