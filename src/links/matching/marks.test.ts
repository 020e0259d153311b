import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisons } from './comparisons.ts'
import { marks, untold } from './marks.ts'
import { type Kind, readValue } from './values.ts'

const letters = fc.constantFrom(...'aaabcdeirst')
const word = fc.string({ unit: letters, minLength: 1, maxLength: 9 })
const day = fc.tuple(
  fc.integer({ min: 1965, max: 1968 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
)
const valuesOf: Partial<Record<Kind, fc.Arbitrary<string>>> = {
  'given-name': fc.oneof(
    word,
    fc.tuple(word, word).map((two) => two.join(' ')),
    fc.constantFrom('bill', 'william', 'b', 'liam'),
  ),
  'family-name': fc.string({ unit: letters, minLength: 1, maxLength: 36 }),
  date: fc.oneof(
    day.map(([year, month, date]) => `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`),
    fc.string({ unit: fc.constantFrom(...'0129'), minLength: 7, maxLength: 8 }),
  ),
  postcode: fc.string({ unit: fc.constantFrom(...'lls1234a'), minLength: 2, maxLength: 7 }),
  identifier: fc.string({ unit: fc.constantFrom(...'0123456789abz'), minLength: 1, maxLength: 9 }),
  text: fc
    .array(fc.oneof(word, fc.constantFrom('road', 'street', '1', '12', '7')), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' ')),
}

/** A value and another: anything, or the first with something done to it. */
const pairOf = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.tuple(value, value),
    fc.tuple(value, fc.nat(), fc.constantFrom('', 'a', '1')).map(([one, at, by]): [string, string] => {
      const place = at % one.length
      return [one, one.slice(0, place) + by + one.slice(place + 1)]
    }),
    fc.tuple(value, fc.nat()).map(([one, at]): [string, string] => {
      const place = at % one.length
      return [
        one,
        one.slice(0, place) +
          one
            .slice(place, place + 2)
            .split('')
            .reverse()
            .join('') +
          one.slice(place + 2),
      ]
    }),
  )

describe('what marks tell of two values is what their text says', () => {
  test.each(Object.entries(valuesOf) as [Kind, fc.Arbitrary<string>][])('%s', (kind, value) => {
    let told = 0
    const marking = marks[kind]!
    fc.assert(
      fc.property(pairOf(value), ([one, other]) => {
        if (one === other || [one, other].some((each) => readValue(kind, each) !== each || each === '')) return
        const cells = new Int32Array(2 * marking.width)
        marking.write(one, cells, 0)
        marking.write(other, cells, marking.width)

        const level = marking.levelOf(cells, 0, marking.width)
        if (level === untold) return
        told += 1
        expect(level).toBe(comparisons[kind].levelOf(one, other))
      }),
      { seed: 1969, numRuns: 6000 },
    )
    expect(told).toBeGreaterThan(300)
  })
})
