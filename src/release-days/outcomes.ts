/** What came of a contact; the first two count as heard from. */
export const outcomes = ['MET', 'SPOKE', 'NO_ANSWER'] as const
export type Outcome = (typeof outcomes)[number]
