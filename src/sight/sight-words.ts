/** The parts of a case that an agreement can open, in the order in which they are read. */
export const fieldGroups = [
  'identity', 'contact', 'custody', 'needs', 'assessment', 'plan', 'referrals', 'notes', 'family', 'health', 'risk', 'mentoring',
  'intelligence', 'research',
] as const // biome-ignore format: a list
export type FieldGroupCode = (typeof fieldGroups)[number]

/** How an audience stands to a case, from the widest circle to the narrowest. */
export const relationships = ['CUSTODY', 'SUPERVISION', 'TEAM', 'ALLOCATED', 'REFERRED', 'ACCEPTED'] as const
export type Relationship = (typeof relationships)[number]
