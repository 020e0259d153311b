/** What the person can say to the plan. */
export const agreements = ['AGREES', 'IN_PART', 'DISAGREES'] as const
export type Agreement = (typeof agreements)[number]
