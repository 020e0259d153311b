/** How a session went. */
export const outcomes = ['DONE', 'MISSED', 'DECLINED'] as const
export type Outcome = (typeof outcomes)[number]
