/**
 * What the person says at their own door: they ask for help, something is wrong, they tell it in their own words, or ask for a copy of
 * what is held about them (src/subject-access hears of that from the database).
 */
export const requestKinds = ['HELP', 'WRONG', 'WORDS', 'COPY'] as const
export type RequestKind = (typeof requestKinds)[number]
