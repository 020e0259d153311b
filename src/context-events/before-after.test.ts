import { expect, test } from 'vitest'
import { beforeAfter } from './before-after.ts'

const months = (values: readonly number[]) =>
  values.map((value, index) => ({ day: `2026-0${index + 1}-28`, value }) as const)

test('a level is compared by its means before something happened and from that day on', () => {
  expect(beforeAfter(months([40, 44, 60, 62, 61]), '2026-03-01', false)).toEqual({
    ...{ before: 42, after: 61, countBefore: 2, countAfter: 3 },
  })
})

test('of what adds up, what each month added is compared, so that a line that only ever rises shows no rise', () => {
  expect(beforeAfter(months([10, 20, 30, 40, 50]), '2026-03-10', true)).toEqual({
    ...{ before: 10, after: 10, countBefore: 2, countAfter: 3 },
  })
})

test('with fewer than two points on a side nothing is said', () => {
  expect(beforeAfter(months([1, 2, 3]), '2026-01-15', false)).toBeUndefined()
  expect(beforeAfter(months([1, 2, 3]), '2026-03-01', false)).toBeUndefined()
  expect(beforeAfter([], '2026-03-01', true)).toBeUndefined()
})
