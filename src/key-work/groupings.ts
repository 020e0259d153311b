/** How the numbers of a report are put together. */
export const groupings = ['wing', 'worker', 'person', 'month'] as const
export type Grouping = (typeof groupings)[number]
