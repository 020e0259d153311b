/** What two records are compared by, in the order in which levels and weights stand. */
export const fields = ['given', 'family', 'born', 'number', 'place'] as const
export type Field = (typeof fields)[number]

/** How alike two values are; SILENT where one record has none, which counts neither for nor against. */
export type FieldLevel = 'SAME' | 'NEAR' | 'ALIKE' | 'DIFFERENT' | 'SWAPPED' | 'ALIAS' | 'SILENT'

export type LinkState = 'WAITING' | 'JOINED' | 'APART'

type Shares = Partial<Record<FieldLevel, number>>

/** How often each level is expected of two records of one person, before the record says. Each sums to 1. */
export const expected: Record<Field, Shares> = {
  given: { SAME: 0.8, NEAR: 0.09, ALIKE: 0.05, DIFFERENT: 0.05, SWAPPED: 0.01 },
  family: { SAME: 0.84, NEAR: 0.07, ALIKE: 0.03, DIFFERENT: 0.03, ALIAS: 0.03 },
  born: { SAME: 0.9, NEAR: 0.06, ALIKE: 0.02, DIFFERENT: 0.02 },
  number: { SAME: 0.9, DIFFERENT: 0.1 },
  place: { SAME: 0.5, DIFFERENT: 0.5 },
}

/** How often among two people at random, at the least: a sample may hold none of a level. */
export const leastAtRandom: Record<Field, Shares> = {
  given: { SAME: 1e-4, NEAR: 1e-4, ALIKE: 1e-3, DIFFERENT: 0.5, SWAPPED: 1e-7 },
  family: { SAME: 1e-4, NEAR: 1e-4, ALIKE: 1e-3, DIFFERENT: 0.5, ALIAS: 1e-4 },
  born: { SAME: 4e-5, NEAR: 5e-4, ALIKE: 1e-3, DIFFERENT: 0.5 },
  number: { SAME: 1e-6, DIFFERENT: 0.5 },
  place: { SAME: 1e-4, DIFFERENT: 0.5 },
}
