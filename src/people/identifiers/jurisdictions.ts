/** The profile of a country: which identifiers, holidays and release rules hold there. */
export const jurisdictions = ['UK-EW', 'IT', 'NL'] as const
export type Jurisdiction = (typeof jurisdictions)[number]
