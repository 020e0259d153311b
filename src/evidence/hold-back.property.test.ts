import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdBack, isSafe, together } from './hold-back.ts'
import type { CountedResult, PublicResult } from './queries/results.ts'
import { safeResults } from './results/safe-results.ts'

const aCount = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }))
const aTable = fc
  .array(fc.tuple(aCount, aCount), { minLength: 1, maxLength: 9 })
  .map((rows) => rows.map((cells, index) => ({ name: `Prison ${index}`, cells: [...cells] })))

test('whatever the counts, what can be had by taking the parts that are shown from the whole is safe too', () => {
  fc.assert(
    fc.property(aTable, (parts) => {
      const { shown, held } = holdBack(parts)

      expect(shown.filter((part) => !isSafe(part))).toEqual([])
      if (held.length > 0 && shown.length > 0) {
        expect(held.length).toBeGreaterThan(1)
        expect(isSafe(together(held))).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('from what everybody may read, no figure and no difference of two can be of fewer than five people', () => {
  fc.assert(
    fc.property(aTable, (parts) => {
      const read = safeResults(parts.map(({ name, cells }) => aResult(name, cells)))

      const shown = read.filter((one) => one.people !== null)
      for (const one of shown) expect([one.people! >= 30, one.counted! >= 5, one.people! - one.counted! >= 5]).toEqual([true, true, true]) // biome-ignore format: one line
      const numbers = shown.flatMap(({ people, counted }) => [people!, counted!, people! - counted!])
      for (const a of numbers) for (const b of numbers) if (a !== b) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(5)
      expect(leftOver(parts, read)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

/** What is held back of all prisons together is of nobody, or of several prisons with enough people on both sides. */
function leftOver(parts: { name: string; cells: number[] }[], read: PublicResult[]): boolean {
  const all = read.find(({ prison }) => prison === '')!
  const held = parts.filter(({ name }) => read.find(({ prison }) => prison === name)!.people === null)
  if (all.people === null) return held.length === parts.length
  return held.length === 0 || held.length === parts.length || (held.length > 1 && isSafe(together(held)))
}

const aResult = (prison: string, [counted, not]: number[]): CountedResult => ({
  ...{ measure: 'MET_IN_FIRST_WEEK', prison, people: counted! + not!, counted: counted! },
})
