import { expect, test } from 'vitest'
import type { ImportField } from './fields.ts'
import { readCsv } from './read-csv.ts'
import { largestFile, readSheet } from './read-sheet.ts'
import { columnsOf, openRow } from './row-cells.ts'

const sheetOf = (text: string) => {
  const read = readSheet(Buffer.from(text))
  if (!('sheet' in read)) throw new Error(read.problem)
  return read.sheet
}

test('headers are named as they are read, without the white space around and within them', () => {
  expect(sheetOf('\n  Prison \t number ,Name\na,b').columns).toEqual(['Prison number', 'Name'])
})

test('rows keep their numbers, whatever blank ones stand between and before them', () => {
  const { rows } = sheetOf(' , \nName,Born\n , \nOkafor,x\n , , \n')

  expect(rows).toEqual([{ row: 4, cells: ['Okafor', 'x'], extra: [] }])
})

test('what stands beyond the last column is kept and nothing else, also where the row is blank but for it', () => {
  const { rows } = sheetOf('Name\nOkafor, ,x\n, \n ,y')

  expect(rows).toEqual([
    { row: 2, cells: ['Okafor'], extra: ['x'] },
    { row: 4, cells: [' '], extra: ['y'] },
  ])
})

test('a quote that never closes and a text without rows are told', () => {
  expect(readCsv('Name\n"Okafor')).toEqual({ problem: 'quote-not-closed' })
  expect(readCsv(' \n , ')).toEqual({ problem: 'empty' })
})

test('only the mark of a workbook makes a workbook, and only what is over the limit is too large', () => {
  for (const text of ['PK,Name\na,b', 'P\u0001\u0003,Name\na,b', 'aK\u0003,Name\na,b'])
    expect(sheetOf(text + 'b'.repeat(60)).rows).toHaveLength(1)
  expect(readSheet(Buffer.alloc(largestFile))).toEqual({ problem: 'empty' })
})

test('a list that would fill the memory is refused as too large, and the blank rows below one are no part of it', () => {
  const tooLarge = { problem: 'too-large' }
  const header = (columns: number) => Array.from({ length: columns }, (_, place) => `c${place}`).join(',')

  expect(readSheet(Buffer.from(`Name\nOkafor\n${'\n'.repeat(5_000_000)}`))).toMatchObject({
    sheet: { rows: [{ row: 2 }] },
  })
  expect(sheetOf(`${header(1_000)}\nx`).columns).toHaveLength(1_000)
  expect(readSheet(Buffer.from(`${header(1_001)}\nx`))).toEqual(tooLarge)
  expect(readSheet(Buffer.from(`${'a,'.repeat(1_000)}\nx`))).toEqual(tooLarge)
  expect(readSheet(Buffer.from(`${header(1_000)}\n${'x\n'.repeat(20_001)}`))).toEqual(tooLarge)
  expect(readSheet(Buffer.from(`Name\n${'x\n'.repeat(1_000_001)}`))).toEqual(tooLarge)
  expect(readSheet(Buffer.from(`Name\n${'a,'.repeat(600_000)}`))).toEqual(tooLarge)
  const people = Array.from({ length: 1_001 }, (_, place) => ({ [`c${place}`]: 1 }))
  expect(readSheet(Buffer.from(JSON.stringify(people)))).toEqual(tooLarge)
})

test('a text is refused as none when more than one letter in twenty is none', () => {
  expect(readSheet(Buffer.from(`Name\n${'x'.repeat(34)}\u0001`))).toMatchObject({ sheet: { format: 'CSV' } })
  expect(readSheet(Buffer.from(`Name\n${'x'.repeat(14)}\u0001`))).toMatchObject({ sheet: { format: 'CSV' } })
  expect(readSheet(Buffer.from(`Name\n${'x'.repeat(13)}\u0001`))).toEqual({ problem: 'not-text' })
})

test('a cell of 500 letters is read and one of more is said, but other names may be longer', () => {
  const [long, longer] = ['x'.repeat(500), 'x'.repeat(501)]
  const cells = rowOf({ nationality: long, legalStatus: longer, aliases: longer })

  expect([cells.text('nationality'), cells.text('legalStatus'), cells.text('aliases')]).toEqual([long, '', longer])
  expect(cells.warnings).toEqual([{ row: 7, column: 'legalStatus', value: longer, problem: 'too-long' }])
})

test('what is wrong with a cell is said once, whoever looks again', () => {
  const cells = rowOf({ nationality: ' unknown ', legalStatus: 'tbc' })

  for (let look = 0; look < 2; look += 1)
    expect([cells.text('nationality'), cells.text('legalStatus')]).toEqual(['', ''])
  cells.warn('nationality', 'too-long')

  expect(cells.warnings.map(({ column, value, problem }) => [column, value, problem])).toEqual([
    ['nationality', 'unknown', 'no-value'],
    ['legalStatus', 'tbc', 'no-value'],
    ['nationality', 'unknown', 'too-long'],
  ])
})

test('a cell knows whether it has a column, and whether anything stands there; one without a column goes by its field', () => {
  const cells = rowOf({ nationality: '-', legalStatus: ' ' })
  cells.reject('prison', 'other-prison')

  expect([cells.has('nationality'), cells.has('legalStatus'), cells.has('prison')]).toEqual([true, true, false])
  expect([cells.holds('nationality'), cells.holds('legalStatus'), cells.holds('prison')]).toEqual([true, false, false])
  expect(cells.errors).toEqual([{ row: 7, column: 'prison', value: '', problem: 'other-prison' }])
})

test('each cell beyond the last column is said under the number of the column that it would be', () => {
  const row = { row: 3, cells: ['a', 'b'], extra: ['c', 'd'] }
  const sheet = { format: 'CSV', columns: ['One', 'Two'], rows: [row] } as const

  const { warnings } = openRow(row, columnsOf({ ...sheet, columns: [...sheet.columns], rows: [row] }, {}))

  expect(warnings).toEqual([
    { row: 3, column: 'Column 3', value: 'c', problem: 'extra-cell' },
    { row: 3, column: 'Column 4', value: 'd', problem: 'extra-cell' },
  ])
})

test('one date that can only begin with the day decides for its column, and for no other', () => {
  const row = { row: 2, cells: ['03/04/2026', '03/04/2026'], extra: [] }
  const proof = { row: 3, cells: ['13/04/2026', '04/04/2026'], extra: [] }
  const sheet = { format: 'CSV' as const, columns: ['CRD', 'SED'], rows: [row, proof] }

  const cells = openRow(row, columnsOf(sheet, { CRD: 'CRD', SED: 'SED' }))

  expect([cells.date('CRD', 2000), cells.date('SED', 2000)]).toEqual(['2026-04-03', '2026-04-03'])
  expect(cells.warnings.map(({ column, problem }) => [column, problem])).toEqual([['SED', 'date-ambiguous']])
})

function rowOf(said: Record<string, string>) {
  const row = { row: 7, cells: Object.values(said), extra: [] }
  const columns = Object.keys(said)
  const mapping = Object.fromEntries(columns.map((column) => [column, column as ImportField]))
  return openRow(row, columnsOf({ format: 'CSV', columns, rows: [row] }, mapping))
}
