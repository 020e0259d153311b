import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestFile, readSheet, type Sheet } from './read-sheet.ts'

const text = 'Surname;Nome\r\nÒ Brien;"a;\nb"\r\n\r\nYusuf\r\nX;Y;Z\r\n'
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + 'Surname\r\nOkafor\r\n'.repeat(20), 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test('a file is read whichever way it was saved', () => {
  const saved = [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
  ]

  const sheets = saved.map((bytes) => sheetOf(bytes))

  for (const sheet of sheets) expect(sheet).toEqual(sheets[0])
  expect(sheets[0]).toEqual({
    format: 'CSV',
    columns: ['Surname', 'Nome'],
    rows: [
      { row: 2, cells: ['Ò Brien', 'a;\nb'], extra: [] },
      { row: 4, cells: ['Yusuf', ''], extra: [] },
      { row: 5, cells: ['X', 'Y'], extra: ['Z'] },
    ],
  })
})

test('UTF-16 is known with and without its mark', () => {
  for (const order of ['le', 'be'] as const) {
    expect(sheetOf(utf16(order, true)).columns).toEqual(['Surname'])
    expect(sheetOf(utf16(order, false)).columns).toEqual(['Surname'])
  }
})

test('commas, semicolons, tabs and bars part columns; a quoted comma does not', () => {
  for (const delimiter of [',', ';', '\t', '|']) {
    const sheet = sheetOf(Buffer.from(`"Name, full"${delimiter}DOB\nOkafor${delimiter}x`))
    expect(sheet.columns).toEqual(['Name, full', 'DOB'])
  }
})

test('a header that comes twice, or not at all, still has a name of its own', () => {
  expect(sheetOf(Buffer.from('Name,Name,,Name\na,b,c,d')).columns).toEqual(['Name', 'Name (2)', 'Column 3', 'Name (3)'])
})

test.each([
  ['', 'empty'],
  [' \r\n \r\n', 'empty'],
  ['Surname,DOB\r\n', 'no-rows'],
  ['PK\u0003\u0004 a workbook', 'workbook'],
  ['{"content": 3}', 'not-a-page'],
  ['{"content": [', 'not-json'],
  ['[]', 'no-rows'],
  [`\u0001\u0002\u0003\u0004${'x'.repeat(9)}`, 'not-text'],
])('a file that is %j is refused as %s', (content, problem) => {
  expect(readSheet(Buffer.from(content))).toEqual({ problem })
})

test('a file over 20 MB is refused unread', () => {
  expect(readSheet(Buffer.alloc(largestFile + 1))).toEqual({ problem: 'too-large' })
})

test('no bytes at all are a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), fc.string().map(Buffer.from), fc.json().map(Buffer.from)), (bytes) => {
      const read = readSheet(bytes)
      expect('sheet' in read || 'problem' in read).toBe(true)
      if (!('sheet' in read)) return
      for (const row of read.sheet.rows) expect(row.cells).toHaveLength(read.sheet.columns.length)
    }),
    { numRuns: 2_000 },
  )
})

function sheetOf(bytes: Uint8Array): Sheet {
  const read = readSheet(bytes)
  if ('problem' in read) throw new Error(read.problem)
  return read.sheet
}
