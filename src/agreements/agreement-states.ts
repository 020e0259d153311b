import type { Day } from '../platform/calendar-day.ts'

/**
 * DRAFT may be changed; WAITING has not every signature; SIGNED begins later; LIVE and REVIEW_DUE count; EXPIRED and ENDED are over;
 * PUT_ASIDE never came into force.
 */
export type AgreementState = 'DRAFT' | 'WAITING' | 'SIGNED' | 'LIVE' | 'REVIEW_DUE' | 'EXPIRED' | 'ENDED' | 'PUT_ASIDE'

interface Dates {
  offeredAt: Date | null
  inForceAt: Date | null
  endedAt: Date | null
  startsOn: Day
  reviewOn: Day | null
  endsOn: Day | null
}

/** The state of an agreement on a day, from who did what and when. Only LIVE and REVIEW_DUE give sight (`is_in_force` in SQL). */
export function stateOn(
  today: Day,
  { offeredAt, inForceAt, endedAt, startsOn, reviewOn, endsOn }: Dates,
): AgreementState {
  if (endedAt) return inForceAt ? 'ENDED' : 'PUT_ASIDE'
  if (!offeredAt) return 'DRAFT'
  if (endsOn !== null && endsOn < today) return 'EXPIRED'
  if (!inForceAt) return 'WAITING'
  if (startsOn > today) return 'SIGNED'
  return reviewOn !== null && reviewOn <= today ? 'REVIEW_DUE' : 'LIVE'
}

/** Whether an agreement of this state can still be ended or put aside. */
export const mayEnd = (state: AgreementState): boolean => !['ENDED', 'PUT_ASIDE', 'EXPIRED'].includes(state)
/** Whether the next edition can be drafted from it. */
export const mayRenew = (state: AgreementState): boolean =>
  ['SIGNED', 'LIVE', 'REVIEW_DUE', 'EXPIRED', 'ENDED'].includes(state)
