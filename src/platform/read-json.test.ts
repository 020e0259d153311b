import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonProblemOf, readJson } from './read-json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('brackets in brackets are refused before anybody walks them, and what stands in a text is no bracket', () => {
  expect(readJson(nested(100_000))).toEqual({ problem: 'too-deep' })
  expect(readJson(nested(64))).toHaveProperty('value')
  expect(readJson(JSON.stringify({ text: `${'['.repeat(100)}\\" : {` }))).toHaveProperty('value')
  expect(jsonProblemOf(nested(65), null)).toBe('too-deep')
})

test('one key with two values is told, however it is written and wherever it stands', () => {
  for (const text of [
    '{"a":1,"a":1}',
    '[{"b":{"a":1,"\\u0061":2}}]',
    '{"a":1,"a\\u0000":2}',
    '{"a":1,"__proto__":1,"__proto__":2}',
  ])
    expect(readJson(text)).toEqual({ problem: 'key-twice' })
  expect(readJson('[{"a":1},{"a":":"}]')).toHaveProperty('value')
})

test('numbers stay as they were written where they would be rounded, and texts can be kept', () => {
  expect(readJson('{"n":12345678901234567890,"m":1e400,"o":-0.10,"p":-12}')).toEqual({
    value: { n: '12345678901234567890', m: '1e400', o: '-0.10', p: -12 },
  })
  expect(readJson('["a\\u0000b","c\\ud800d","\\ud83d\\ude00"]')).toEqual({ value: ['ab', 'c\ufffdd', '😀'] })
})

test('what JSON.parse() reads of ordinary values is read alike, and what it refuses is refused', () => {
  const ordinary = fc.jsonValue({ noUnicodeString: true, maxDepth: 5 })
  fc.assert(
    fc.property(ordinary, (value) => {
      const text = JSON.stringify(value, (_, each) => (typeof each === 'number' ? Math.trunc(each) % 1_000_000 : each))
      expect(readJson(text)).toEqual({ value: JSON.parse(text) })
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => readJson(text)).not.toThrow()
    }),
  )
  expect(readJson('{"a":')).toEqual({ problem: 'not-json' })
})
