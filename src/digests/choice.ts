export const rhythms = ['DAILY', 'WEEKLY', 'NEVER'] as const

/** How often somebody is mailed that there is news for them, and at which hour of the wall clock, 0 to 23. */
export interface Choice {
  rhythm: (typeof rhythms)[number]
  hour: number
}
