/** Two ways to see where work with somebody stands: the EPICS case cycle, and ASPIRE beside it. */
export const epicsStages = [
  'ENGAGE_AND_ASSESS',
  'PLAN_TOGETHER',
  'INFLUENCE_AND_MOTIVATE',
  'CONNECT',
  'SUPPORT',
] as const
export type EpicsStage = (typeof epicsStages)[number]
export const aspireStages = ['ASSESS', 'SENTENCE_PLAN', 'IMPLEMENT', 'REVIEW', 'EVALUATE'] as const
export type AspireStage = (typeof aspireStages)[number]

/** What the person says to the plan at a review. */
export const agreements = ['AGREES', 'IN_PART', 'DISAGREES', 'NOT_THERE'] as const
export type Agreement = (typeof agreements)[number]
/** Whoever does not agree says why, in own words. */
export const needsOwnWords = (agreement: Agreement): boolean => agreement === 'IN_PART' || agreement === 'DISAGREES'
