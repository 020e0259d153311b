import { expect, test } from 'vitest'
import { findMarks, redact, wordsTakenOut } from './redact.ts'

const fields = [
  { name: 'words', text: 'Anna Reed met Bob. ANNA\n reed left.' },
  { name: 'who', text: 'Cy Bell' },
]

test('words are marked in each field that says them, with their places', () => {
  expect(findMarks(fields, ' anna   reed ')).toEqual([
    { field: 'words', start: 0, end: 9 },
    { field: 'words', start: 19, end: 29 },
  ])
  expect(findMarks(fields, 'BELL')).toEqual([{ field: 'who', start: 3, end: 7 }])
})

test('nothing sought is nothing found', () => {
  expect(findMarks(fields, '')).toEqual([])
  expect(findMarks(fields, ' \n ')).toEqual([])
})

test('a mark without both of its ends takes the whole field, and no other', () => {
  for (const mark of [{ field: 'words' }, { field: 'words', start: 2 }, { field: 'words', end: 2 }]) {
    expect(redact(fields, [mark])).toEqual([
      { name: 'words', pieces: [null] },
      { name: 'who', pieces: ['Cy Bell'] },
    ])
  }
})

test('marks come in any order, touch and lie within one another: what is left is in its order, each gap once', () => {
  const piecesWith = (...marks: [start: number, end: number][]) =>
    redact(
      [{ name: 'words', text: 'abcdefgh' }],
      marks.map(([start, end]) => ({ field: 'words', start, end })),
    )[0]!.pieces

  expect(piecesWith([5, 6], [1, 2])).toEqual(['a', null, 'cde', null, 'gh'])
  expect(piecesWith([1, 3], [3, 5])).toEqual(['a', null, 'fgh'])
  expect(piecesWith([1, 7], [2, 4])).toEqual(['a', null, 'h'])
  expect(piecesWith([0, 2], [6, 8])).toEqual([null, 'cdef', null])
  expect(piecesWith([0, 8])).toEqual([null])
  expect(piecesWith([-5, 1])).toEqual([null, 'bcdefgh'])
  expect(piecesWith([4, 4], [3, 2])).toEqual(['abcdefgh'])
})

test('an empty text stays empty, and a half letter alone is no letter', () => {
  expect(redact([{ name: 'words', text: '' }], [])).toEqual([{ name: 'words', pieces: [] }])
  expect(redact([{ name: 'words', text: '\uDC00b' }], [{ field: 'words', start: 0, end: 1 }])[0]!.pieces).toEqual([
    null,
    'b',
  ])
  expect(redact([{ name: 'words', text: 'a\uDC00b' }], [{ field: 'words', start: 1, end: 2 }])[0]!.pieces).toEqual([
    'a',
    null,
    'b',
  ])
  expect(redact([{ name: 'words', text: '\uD800ab' }], [{ field: 'words', start: 1, end: 2 }])[0]!.pieces).toEqual([
    '\uD800',
    null,
    'b',
  ])
})

test('the words that were taken out are each told once, trimmed, from the field that they stood in', () => {
  expect(
    wordsTakenOut(fields, [
      { field: 'words', start: 0, end: 10 },
      { field: 'words', start: 0, end: 9 },
      { field: 'who', start: 0, end: 2 },
      { field: 'words', start: 9, end: 10 },
    ]),
  ).toEqual(['Anna Reed', 'Cy'])
})

test('a whole field, and one that is not there, give no words to look for', () => {
  expect(
    wordsTakenOut(fields, [
      { field: 'who' },
      { field: 'who', start: 1 },
      { field: 'who', end: 2 },
      { field: 'other', start: 0, end: 3 },
    ]),
  ).toEqual([])
})
