/** Why a case ends. */
export const endingReasons = [
  'SETTLED',
  'SUPERVISION_ENDED',
  'PERSON_ASKED',
  'MOVED_AWAY',
  'DIED',
  'OPENED_BY_MISTAKE',
] as const
export type EndingReason = (typeof endingReasons)[number]
