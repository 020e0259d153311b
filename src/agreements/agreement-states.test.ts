import { expect, test } from 'vitest'
import { mayEnd, mayRenew, stateOn } from './agreement-states.ts'

const at = new Date('2026-01-15T10:00:00Z')
const today = '2026-03-02'
const whole = { offeredAt: at, inForceAt: at, endedAt: null, startsOn: '2026-02-01', reviewOn: '2026-12-01', endsOn: '2027-01-31' } // biome-ignore format: one line

test.each([
  ['DRAFT', 'nobody was asked to sign it', { offeredAt: null, inForceAt: null }],
  ['WAITING', 'somebody has not signed', { inForceAt: null }],
  ['SIGNED', 'it begins tomorrow', { startsOn: '2026-03-03' }],
  ['LIVE', 'it begins today', { startsOn: today }],
  ['LIVE', 'it has no end and no review', { endsOn: null, reviewOn: null }],
  ['LIVE', 'today is its last day', { endsOn: today }],
  ['LIVE', 'its review is tomorrow', { reviewOn: '2026-03-03' }],
  ['REVIEW_DUE', 'its review is today', { reviewOn: today }],
  ['EXPIRED', 'yesterday was its last day', { endsOn: '2026-03-01' }],
  ['EXPIRED', 'it was not signed in time', { inForceAt: null, endsOn: '2026-03-01' }],
  ['ENDED', 'somebody ended it', { endedAt: at }],
  ['ENDED', 'it was ended before its last day came', { endedAt: at, endsOn: '2026-03-01' }],
  ['PUT_ASIDE', 'it was put aside before every party signed', { endedAt: at, inForceAt: null }],
] as const)('%s: %s', (state, _why, more) => {
  expect(stateOn(today, { ...whole, ...more })).toBe(state)
})

test('what is over is not ended again, and what never was in force is not renewed', () => {
  const all = ['DRAFT', 'WAITING', 'SIGNED', 'LIVE', 'REVIEW_DUE', 'EXPIRED', 'ENDED', 'PUT_ASIDE'] as const

  expect(all.filter(mayEnd)).toEqual(['DRAFT', 'WAITING', 'SIGNED', 'LIVE', 'REVIEW_DUE'])
  expect(all.filter(mayRenew)).toEqual(['SIGNED', 'LIVE', 'REVIEW_DUE', 'EXPIRED', 'ENDED'])
})
