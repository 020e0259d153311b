/** What can be said beside a fact. */
export const correctionKinds = ['CORRECTION', 'STATEMENT', 'RESTRICTION'] as const
export type CorrectionKind = (typeof correctionKinds)[number]
