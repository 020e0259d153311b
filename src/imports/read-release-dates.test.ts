import { expect, test } from 'vitest'
import { dateShown } from '../custody/index.ts'
import { locales } from '../platform/words.ts'
import { guessColumns } from './guess-columns.ts'
import { readPeople } from './read-people.ts'
import { readSheet, type Sheet } from './read-sheet.ts'
import { sayProblem } from './say-problem.ts'

const readingFor = { jurisdiction: 'UK-EW', today: '2026-11-22', agencyCode: 'FHI' } as const

test('a release date without a type is kept as automatic release, and its cell is warned of', () => {
  const noColumn = read('Release date', '27/11/2026')
  const blank = read('Release date,Release type', '27/11/2026,')
  const second = read('nonDtoReleaseDate', '27/11/2026')

  for (const { people, warnings } of [noColumn, blank, second]) {
    expect(people[0]?.dates).toEqual({ ARD: '2026-11-27' })
    expect(warnings).toMatchObject([{ row: 2, value: '27/11/2026', problem: 'date-type-missing' }])
  }
  expect([noColumn, blank, second].map(({ warnings }) => warnings[0]?.column)).toEqual([
    ...['Release date', 'Release date', 'nonDtoReleaseDate'],
  ])
})

test('a release date without a type is never shown before one that has a type', () => {
  const { people } = read('Release date,CRD', '20/11/2026,27/11/2026')

  expect(dateShown(people[0]!.dates, false)).toEqual({ day: '2026-11-27', kind: 'CRD' })
})

test('a release date with its type, or with one that is not known, is no date without a type', () => {
  const known = read('Release date,Release type', '27/11/2026,CRD')
  const unknown = read('Release date,Release type', '27/11/2026,XYZ')

  expect([known.people[0]?.dates, known.warnings]).toEqual([{ CRD: '2026-11-27' }, []])
  expect([unknown.people[0]?.dates, unknown.warnings]).toMatchObject([{}, [{ problem: 'date-type-unknown' }]])
})

test('a year that cannot be right leaves the date out and lets the person in', () => {
  const { people, errors, warnings } = read('CRD', '1/2/0202')

  expect([people[0]?.dates, errors]).toEqual([{}, []])
  expect(warnings).toEqual([{ row: 2, column: 'CRD', value: '1/2/0202', problem: 'date-year' }])
})

test.each(locales)('in %s the reasons say what to write', (locale) => {
  const [missing] = read('Release date', '27/11/2026').warnings
  const [year] = read('CRD', '1/2/0202').warnings

  expect(sayProblem(locale, missing!).reason).toMatch(/^date-type-missing: .*\(ARD\).*CRD, ARD, HDCAD/)
  expect(sayProblem(locale, year!).reason).toMatch(/^date-year: .*1900.*2200/)
})

test.each([
  { column: 'Release date', value: '31/11/2026', problem: 'date-impossible' },
  { column: 'CRD', value: 'soon', problem: 'date-unreadable' },
  { column: 'nonDtoReleaseDate', value: '1/2/0202', problem: 'date-year' },
  { column: 'CRD', value: 'tbc', problem: 'no-value' },
  { column: 'CRD', value: '1'.repeat(501), problem: 'too-long' },
])('a cell in the column $column is told once: $problem', ({ column, value, problem }) => {
  expect(read(column, value).warnings).toEqual([{ row: 2, column, value, problem }])
})

test('that there is no release date is said where none of its cells holds anything', () => {
  const none = read('Release date,CRD,Release type', ' ,,CRD')
  const broken = read('Release date,CRD', ',31/02/2026')
  const other = read('Release date,CRD', ',27/11/2026')

  expect(none.warnings).toEqual([{ row: 2, column: 'Release date', value: '', problem: 'no-release-date' }])
  expect(read('', '').warnings).toMatchObject([{ column: 'releaseOn', problem: 'no-release-date' }])
  expect(broken.warnings).toMatchObject([{ column: 'CRD', problem: 'date-impossible' }])
  expect(other.warnings).toEqual([])
})

/** Reads one person of whom only these cells are in question. */
function read(columns: string, cells: string) {
  const text = `Prison number,Surname,First name,${columns}\nA9914DK,Okafor,Daniel,${cells}`
  const { sheet } = readSheet(Buffer.from(text)) as { sheet: Sheet }
  return readPeople(sheet, guessColumns(sheet), readingFor)
}
