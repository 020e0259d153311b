/** What can be said beside a fact. */
export const correctionKinds = ['CORRECTION', 'STATEMENT', 'RESTRICTION'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** Beside what something can be said: a note, a need, who somebody is, a number or address of theirs, a release date, an answer, a referral. */
export const factKinds = ['NOTE', 'NEED', 'IDENTITY', 'NUMBER', 'ADDRESS', 'DATE', 'ANSWER', 'REFERRAL'] as const
export type FactKind = (typeof factKinds)[number]
