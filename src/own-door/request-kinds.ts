/** What the person says at their own door: they ask for help, something is wrong, or they tell it in their own words. */
export const requestKinds = ['HELP', 'WRONG', 'WORDS'] as const
export type RequestKind = (typeof requestKinds)[number]
