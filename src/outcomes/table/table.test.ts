import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Kind } from './column-builders.ts'
import { readTable } from './read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'outcomes-table-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (text: string, wanted: Record<string, Kind>) => {
  const path = join(folder, 'analyst.csv')
  writeFileSync(path, text)
  return readTable(
    path,
    Object.entries(wanted).map(([name, kind]) => ({ name, kind })),
  )
}
const problemOf = (text: string, wanted: Record<string, Kind>) =>
  read(text, wanted).then(
    () => 'no problem',
    (error: Error) => error.message,
  )

describe('a file is read as people save it', () => {
  test('with quotes, a byte order mark, Windows line ends, blank lines and a line break inside a cell', async () => {
    const table = await read('\uFEFF"name","week"\r\n"Leeds, north","12"\r\n\r\n"two\nlines","7.5"\r\n', {
      name: 'text',
      week: 'number',
    })

    expect(table.text('name').levels).toEqual(['Leeds, north', 'two\nlines'])
    expect([...table.number('week')]).toEqual([12, 7.5])
    expect([...table.rowNumbers]).toEqual([2, 4])
  })

  test('with semicolons and decimal commas', async () => {
    const table = await read('week;rate\n1;0,25\n2;1,5\n', { rate: 'number' })

    expect([...table.number('rate')]).toEqual([0.25, 1.5])
  })

  test('rows without a value are left out and counted, under the column that lacked it', async () => {
    const table = await read('week,age\n1,20\n,30\n3,NA\n4,40\n', { week: 'number', age: 'number' })

    expect([...table.rowNumbers]).toEqual([2, 5])
    expect(table.leftOut).toEqual([
      { column: 'week', rows: 1 },
      { column: 'age', rows: 1 },
    ])
  })

  test('levels stand in alphabetical order, numbers by size, and yes is said in three languages', async () => {
    const table = await read('area,wing,back\nb,10,yes\nA,9,no\nc,9,sì\nA,10,nee\n', {
      area: 'text',
      wing: 'text',
      back: 'yes-no',
    })

    expect(table.text('area').levels).toEqual(['A', 'b', 'c'])
    expect(table.text('wing').levels).toEqual(['9', '10'])
    expect([...table.text('area').codes]).toEqual([1, 0, 2, 0])
    expect([...table.number('back')]).toEqual([1, 0, 1, 0])
  })
})

describe('what cannot be read is named by row and column, with its cure', () => {
  test.each([
    [
      'week\n1\nthree\n',
      { week: 'number' },
      'Row 3, column week: "three" is not a number. Write a number there, or leave the cell empty.',
    ],
    [
      'age\n1\n2\n3\nold\n',
      { age: 'either' },
      'Row 5, column age: "old" is not a number. Write a number there, or leave the cell empty; if the column holds words, name it in --text.',
    ],
    [
      'back\n1\nmaybe\n',
      { back: 'yes-no' },
      'Row 3, column back: "maybe" is neither yes nor no. Write 1 for yes and 0 for no.',
    ],
    [
      'week,age\n1,2\n3\n',
      { age: 'number' },
      'Row 3: It has 1 cells where the header has 2. Mend the line: a cell that holds the separator goes in quotes.',
    ],
    [
      'week,age\n1,2\n3,4\n"5,6\n7,8\n',
      { age: 'number' },
      'Row 4: A quotation mark is out of place. Close each quote that opens, and write a quote inside a cell twice.',
    ],
    ['week,age\n1,2\n', { wek: 'number' }, 'Column wek: The file has no such column. It has: week, age.'],
    ['week,week\n1,2\n', { week: 'number' }, 'Column week: Two columns have this name. Rename one of them.'],
    [
      'week\n',
      { week: 'number' },
      'There is no row under the header. Look at the file, or leave out the columns that are empty.',
    ],
    ['', { week: 'number' }, 'The file is empty. Give a CSV whose first row names the columns.'],
  ] as [string, Record<string, Kind>, string][])('%j', async (text, wanted, message) => {
    expect(await problemOf(text, wanted)).toBe(message)
  })

  test('one bad line among three hundred thousand', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => (index === 250_000 ? '12,x1' : `${index % 90},1`))

    const message = await problemOf(`week,age\n${lines.join('\n')}\n`, { week: 'number', age: 'number' })
    expect(message).toMatch(/^Row 250002, column age: "x1" is not a number/)
  })

  test('a cell of two lines that falls between two pieces of a large file', async () => {
    const lines = Array.from({ length: 90_000 }, (_, index) => `"line one\nline ""two""",${index}`)

    const table = await read(`note,week\n${lines.join('\n')}\n`, { note: 'text', week: 'number' })
    expect([table.rows, table.text('note').levels]).toEqual([90_000, ['line one\nline "two"']])
    expect(table.number('week')[89_999]).toBe(89_999)
  })

  test('no file', async () => {
    await expect(readTable(join(folder, 'none.csv'), [])).rejects.toThrow(/^There is no file .*Look at the path\.$/)
  })
})
