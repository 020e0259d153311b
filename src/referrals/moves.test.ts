import { expect, test } from 'vitest'
import { inboxViews, isOpen, mayMove, referralStates, type Side, sidesOf, statesOf } from './referral-states.ts'

// The life of a referral once more, as lines of from, to and who may: whoever changes one has to mean it.
const life = [
  'SENT RECEIVED RECEIVER', 'SENT ACCEPTED RECEIVER', 'SENT DECLINED RECEIVER', 'SENT WITHDRAWN SENDER', 'SENT EXPIRED SENDER',
  'RECEIVED ACCEPTED RECEIVER', 'RECEIVED DECLINED RECEIVER', 'RECEIVED WITHDRAWN SENDER', 'RECEIVED EXPIRED SENDER',
  'ACCEPTED STARTED RECEIVER', 'ACCEPTED ENDED_EARLY RECEIVER', 'ACCEPTED WITHDRAWN SENDER',
  'STARTED COMPLETED RECEIVER', 'STARTED ENDED_EARLY RECEIVER', 'STARTED ENDED_EARLY SENDER',
] // biome-ignore format: a table

test('a referral moves as the table says, by whom it says, and not otherwise', () => {
  const sides: Side[] = ['SENDER', 'RECEIVER']
  const may = referralStates.flatMap((from) =>
    referralStates.flatMap((to) =>
      sides.filter((side) => mayMove(from, to, [side])).map((side) => `${from} ${to} ${side}`),
    ),
  )

  expect(may.sort()).toEqual([...life].sort())
  expect(referralStates.some((from) => referralStates.some((to) => mayMove(from, to, [])))).toBe(false)
  expect(mayMove('SENT', 'WITHDRAWN', ['RECEIVER', 'SENDER'])).toBe(true)
})

test('an agency stands where it sends or is sent to; for a provider without an account the sender answers', () => {
  expect(sidesOf('a', { fromAgencyId: 'a', toAgencyId: 'b' })).toEqual(['SENDER'])
  expect(sidesOf('b', { fromAgencyId: 'a', toAgencyId: 'b' })).toEqual(['RECEIVER'])
  expect(sidesOf('c', { fromAgencyId: 'a', toAgencyId: 'b' })).toEqual([])
  expect(sidesOf('a', { fromAgencyId: 'a', toAgencyId: null })).toEqual(['SENDER', 'RECEIVER'])
  expect(sidesOf('b', { fromAgencyId: 'a', toAgencyId: null })).toEqual([])
})

test('every state is in one view of the inbox, and four are open', () => {
  expect(referralStates.filter(isOpen)).toEqual(['SENT', 'RECEIVED', 'ACCEPTED', 'STARTED'])
  expect(inboxViews).toEqual(['to-answer', 'to-start', 'under-way', 'completed', 'declined', 'closed'])
  expect(inboxViews.flatMap((view): string[] => [...statesOf[view]]).sort()).toEqual([...referralStates].sort())
  expect(statesOf['to-answer']).toEqual(['SENT', 'RECEIVED'])
  expect(statesOf.closed).toEqual(['ENDED_EARLY', 'WITHDRAWN', 'EXPIRED'])
})
