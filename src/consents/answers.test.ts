import { expect, test } from 'vitest'
import { answerAfter } from './answers.ts'

test('a yes gives, a no after a yes takes back, and any other no declines', () => {
  expect([undefined, 'GIVEN', 'DECLINED', 'WITHDRAWN'].map((before) => answerAfter(before as 'GIVEN', true))).toEqual([
    'GIVEN',
    'GIVEN',
    'GIVEN',
    'GIVEN',
  ])
  expect([undefined, 'GIVEN', 'DECLINED', 'WITHDRAWN'].map((before) => answerAfter(before as 'GIVEN', false))).toEqual([
    'DECLINED',
    'WITHDRAWN',
    'DECLINED',
    'DECLINED',
  ])
})
