import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnMapping } from './fields.ts'
import { guessColumns } from './guess-columns.ts'
import type { IncomingPerson } from './incoming-person.ts'
import { readPeople } from './read-people.ts'
import { readSheet, type Sheet } from './read-sheet.ts'

const readingFor = { jurisdiction: 'UK-EW', today: '2026-11-22', agencyCode: 'FHI' } as const
const sample = '../shared/data/custody/prisoner-search-page.json'

test('the dirt of real files is cleaned, and what cannot be read is left out with a warning', () => {
  const read = people(
    'Prison No,Surname,Forename,Middle name,DOB,PNC,CRO,CRD,Location,Alias',
    ` a9914dk , O'BRIEN ,  DANIEL,  ,04/05/1991,12/52494Q,not known,27/11/2026,B2-14,"SMITH, JOHN; Danny O'Brien"`,
    'A9926KD,MCDONALD,RHYS,,31/02/1990,rubbish,,31/02/2026,C1-19,',
  )

  expect(read.errors).toEqual([])
  expect(read.people[0]).toMatchObject({
    ...{ givenName: 'Daniel', middleNames: '', familyName: "O'Brien", bornOn: '1991-05-04', wing: 'B', cell: '2-14' },
    identifiers: [
      { kind: 'PRISON_NUMBER', value: 'A9914DK' },
      { kind: 'PNC', value: '2012/0052494Q' },
    ],
    aliases: [
      { givenName: 'John', familyName: 'Smith' },
      { givenName: 'Danny', familyName: "O'Brien" },
    ],
    dates: { CRD: '2026-11-27' },
  })
  expect(read.people[1]).toMatchObject({ familyName: 'McDonald', dates: {} })
  expect(read.warnings.map(({ row, column, problem }) => [row, column, problem])).toEqual([
    [2, 'CRO', 'no-value'],
    [3, 'DOB', 'date-impossible'],
    [3, 'PNC', 'identifier-malformed'],
    [3, 'CRD', 'date-impossible'],
  ])
})

test('a wrong check letter, a malformed prison number and a missing name keep a row out', () => {
  const read = people(
    'Prison number,Surname,First name,DOB,PNC',
    'A9914DK,Okafor,Daniel,04/05/1991,2012/0052494R',
    'A99140K,Yusuf,Ahmed,13/02/1988,',
    'A9926KD,,,13/02/1988,',
    ',Morgan,Rhys,,',
  )

  expect(read.people).toEqual([])
  expect(read.errors.map(({ row, value, problem }) => [row, value, problem])).toEqual([
    [2, '2012/0052494R', 'check-letter'],
    [3, 'A99140K', 'key-malformed'],
    [4, '', 'name-missing'],
    [5, '', 'cannot-recognise'],
  ])
})

test('a prison number that comes twice with different people is a mistake; the same row twice is not', () => {
  const read = people(
    'Prison number,Surname,First name',
    ...['A9914DK,Okafor,Daniel', 'A9914DK,Okafor,Daniel', 'A9914DK,Morgan,Rhys'],
  )

  expect(read.people).toHaveLength(1)
  expect(read.errors).toMatchObject([{ row: 4, problem: 'same-key-twice' }])
  expect(read.warnings).toContainEqual(expect.objectContaining({ row: 3, problem: 'same-row-twice' }))
})

test.skipIf(!existsSync(sample))(
  'the prison search page comes in whole, its broken date left out with a warning',
  () => {
    const { sheet } = readSheet(readFileSync(sample)) as { sheet: Sheet }

    const read = readPeople(sheet, guessColumns(sheet), { ...readingFor, agencyCode: 'MDI' })

    expect(read.errors).toEqual([])
    expect(read.people).toHaveLength(5)
    expect(read.warnings).toEqual([
      expect.objectContaining({ row: 4, column: 'confirmedReleaseDate', problem: 'date-unreadable' }),
    ])
    expect(read.people[0]).toMatchObject({
      ...{ givenName: 'Test', familyName: 'User17', wing: 'K', cell: '3-011', isRecalled: false },
      dates: { CONFIRMED: '2024-09-17', CRD: '2023-08-21', PED: '2023-04-14', SED: '2030-05-01' },
    })
    expect(read.people[0]?.aliases).toHaveLength(5)
    expect(read.people[4]).toMatchObject({ familyName: 'Bridgers', isRecalled: true })
  },
)

test('nothing is silently dropped: each cell is used, reported, or in a column that is listed as left out', () => {
  const columns = [
    'Prison number',
    'Surname',
    'First name',
    'Middle name',
    'DOB',
    'CRD',
    'PNC',
    'Religion',
    'Wing',
    'Alias',
    '',
  ]
  const header = fc.constantFrom(...columns)
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('A9914DK', '27/11/2026', 'Okafor', '-', ' ', '2012/0052494R'),
  )
  const anySheet = fc
    .tuple(
      fc.array(header, { minLength: 1, maxLength: 8 }),
      fc.array(fc.array(value, { maxLength: 10 }), { maxLength: 5 }),
    )
    .map(([headers, rows]) => [headers, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n'))

  fc.assert(
    fc.property(anySheet, (text) => {
      const read = readSheet(Buffer.from(text))
      if (!('sheet' in read)) return
      const mapping = guessColumns(read.sheet)
      const { people, errors, warnings, ignored } = readPeople(read.sheet, mapping, readingFor)
      for (const { row, cells, extra } of read.sheet.rows) {
        const reports = [...errors, ...warnings].filter((problem) => problem.row === row)
        const isKeptOut = errors.some((error) => error.row === row)
        expect(reports.filter(({ problem }) => problem === 'extra-cell')).toHaveLength(extra.length)
        for (const [index, cell] of cells.entries()) {
          if (cell.trim() === '' || isKeptOut) continue
          const column = read.sheet.columns[index]!
          const isReported = reports.some((report) => report.column === column)
          const isIgnored = ignored.some((one) => one.column === column && one.count > 0)
          expect(isReported || isIgnored || isUsed(read.sheet, row, index, people)).toBe(true)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('the agency’s own choice of columns goes before the guess', () => {
  const sheet: Sheet = { format: 'CSV', columns: ['Ref', 'Surname', 'Release date', 'Notes'], rows: [] }

  const mapping: ColumnMapping = guessColumns(sheet, { Ref: 'PRISON_NUMBER', 'Release date': '' })

  expect(mapping).toEqual({ Ref: 'PRISON_NUMBER', Surname: 'familyName' })
})

/** A value is used when the person would be another without it. */
function isUsed(sheet: Sheet, row: number, index: number, people: IncomingPerson[]): boolean {
  const rows = sheet.rows.map((one) => (one.row === row ? { ...one, cells: one.cells.with(index, '') } : one))
  const without = readPeople({ ...sheet, rows }, guessColumns(sheet), readingFor).people
  const own = (all: IncomingPerson[]) => JSON.stringify(all.find((person) => person.row === row))
  return own(without) !== own(people)
}

function people(...lines: string[]) {
  const { sheet } = readSheet(Buffer.from(lines.join('\r\n'))) as { sheet: Sheet }
  return readPeople(sheet, guessColumns(sheet), readingFor)
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
