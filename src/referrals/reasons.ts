/** Why a service says no. */
export const declineReasons = [
  'NO_ROOM',
  'NOT_ELIGIBLE',
  'NOT_OUR_WORK',
  'TOO_FAR',
  'CLOSED',
  'NOT_SAFE_HERE',
  'CANNOT_REACH',
  'OTHER',
] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Why the sender takes a referral back. */
export const withdrawReasons = [
  'NO_LONGER_NEEDED',
  'FOUND_ELSEWHERE',
  'PERSON_SAID_NO',
  'MOVED',
  'MISTAKE',
  'OTHER',
] as const
export type WithdrawReason = (typeof withdrawReasons)[number]

/** Why a service ends before it was done. */
export const endReasons = ['PERSON_STOPPED', 'DID_NOT_COME', 'RECALLED', 'MOVED', 'SERVICE_STOPPED', 'OTHER'] as const
export type EndReason = (typeof endReasons)[number]

/** Of each thing that the referral was to lead to: counted as 1, a half and 0 (VOCABULARY). */
export const outcomeResults = ['ACHIEVED', 'PARTIALLY_ACHIEVED', 'NOT_ACHIEVED'] as const
export type OutcomeResult = (typeof outcomeResults)[number]
