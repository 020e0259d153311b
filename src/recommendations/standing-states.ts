/** How a prison stands with a recommendation. `NOT_HERE`: it does not apply, and why. */
export const standingStates = ['NOT_BEGUN', 'IN_PROGRESS', 'IN_PLACE', 'NOT_HERE'] as const
export type StandingState = (typeof standingStates)[number]

/** What a recommendation is about, in words of every language. */
export const topics = [
  'LOCAL_STRATEGY', 'VISITS', 'STAFF', 'FAMILY_DAYS', 'LEARNING', 'CONCERNS', 'ANSWERABLE', 'MEASURE', 'FILE', 'VIDEO', 'TEMPORARY_RELEASE',
] as const // biome-ignore format: a list
export type Topic = (typeof topics)[number]

/** Rows of the record that bear on it, counted. */
export const evidenceKinds = [
  'FAMILY_DAYS',
  'FAMILY_INVITED',
  'FAMILY_CAME',
  'FAMILY_CONTACTS',
  'FAMILY_NAMED',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Fewer people than this are not counted out to another agency. */
export const fewest = 5
