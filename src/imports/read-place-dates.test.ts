import { expect, test } from 'vitest'
import { known, readRow, said } from './row-builder.ts'

test.each([
  [{ location: 'fhi-B-2-14' }, 'B', '2-14'],
  [{ location: 'X-FHI-3' }, 'X', 'FHI-3'],
  [{ location: 'B2-14' }, 'B', '2-14'],
  [{ location: '3-3-022' }, '3', '3-022'],
  [{ wing: 'B wing', cell: '2-14' }, 'B', '2-14'],
  [{ wing: 'b', cell: 'B-2-14' }, 'b', '2-14'],
  [{ wing: 'Wing', cell: '7' }, 'Wing', '7'],
  [{ wing: '3', cell: '31' }, '3', '31'],
  [{ wing: 'A', cell: '2-14' }, 'A', '2-14'],
  [{ cell: '2-14', location: 'B-9' }, '2', '14'],
  [{ location: '!?' }, '', '!?'],
  [{ location: 'Reception' }, 'Reception', ''],
])('the place %j is wing "%s", cell "%s"', (cells, wing, cell) => {
  expect(readRow({ ...known, ...cells }).person).toMatchObject({ wing, cell })
})

test('a row of another prison is read, and that is said', () => {
  expect(said(readRow({ ...known, prison: 'MDI' }).warnings)).toEqual([['prison', 'other-prison']])
  expect(readRow({ ...known, prison: '' }).warnings).toEqual([])
})

test('a date whose kind is named goes under it; two values of one kind are said, and the first is kept', () => {
  const { person, warnings } = readRow({
    ...known,
    ...{ releaseOn: '2027-01-05', releaseType: 'crd', otherDateOn: '2028-02-03', otherDateType: 'led' },
  })

  expect(person?.dates).toEqual({ CRD: '2026-11-27', LED: '2028-02-03' })
  expect(said(warnings)).toEqual([['releaseOn', 'two-values']])
})

test('the same day twice is one day; one without a kind is an automatic release, and one of an unknown kind is left out', () => {
  const twice = readRow({ ...known, releaseOn: '2026-11-27', releaseType: 'CRD' })
  const kindless = readRow({ ...known, CRD: '', releaseOn: '2026-12-01' })
  const unknown = readRow({ ...known, CRD: '', releaseOn: '2026-12-01', releaseType: 'XYZ' })

  expect([twice.person?.dates, twice.warnings]).toEqual([{ CRD: '2026-11-27' }, []])
  expect([kindless.person?.dates, said(kindless.warnings)]).toEqual([
    { ARD: '2026-12-01' },
    [['releaseOn', 'date-type-missing']],
  ])
  expect([unknown.person?.dates, said(unknown.warnings)]).toEqual([{}, [['releaseType', 'date-type-unknown']]])
})

test('a release date that cannot be read is remembered as unread; no date at all is said', () => {
  const unread = readRow({ ...known, CRD: '31/02/2026' })
  const none = readRow({ ...known, CRD: '' })

  expect(unread.person).toMatchObject({ dates: {}, unreadDates: ['CRD'] })
  expect(said(unread.warnings)).toEqual([['CRD', 'date-impossible']])
  expect(none.person).toMatchObject({ dates: {}, unreadDates: [] })
  expect(said(none.warnings)).toEqual([['releaseOn', 'no-release-date']])
})

test('two-digit years are of the century that makes sense: a reception lies behind, a sentence may end far ahead', () => {
  const { person } = readRow({ ...known, receivedOn: '13/06/27', SED: '13/06/61' })

  expect(person?.receivedOn).toBe('1927-06-13')
  expect(person?.dates.SED).toBe('2061-06-13')
})
