/** What became of a session: held, a short talk that counts as none, missed by the person, or not held by us. */
export const sessionKinds = ['SESSION', 'TALK', 'MISSED', 'CANCELLED'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** Why the person did not come. */
export const missedReasons = ['DID_NOT_WANT', 'ELSEWHERE', 'UNWELL', 'NO_REASON'] as const
/** Why we did not hold it. */
export const cancelledReasons = ['WING_LOCKED', 'NO_STAFF', 'AT_COURT', 'NO_ROOM'] as const
export type Reason = (typeof missedReasons)[number] | (typeof cancelledReasons)[number]

/** What a session was about, for finding it again. */
export const tags = ['HOME', 'WORK', 'MONEY', 'FAMILY', 'HEALTH', 'SUBSTANCES', 'WING', 'RELEASE'] as const
export type Tag = (typeof tags)[number]

export const isNotHeld = (kind: SessionKind): kind is 'MISSED' | 'CANCELLED' =>
  kind === 'MISSED' || kind === 'CANCELLED'
