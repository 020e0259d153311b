/** Five parts of life that answers tell of, then the seven pathways. */
export const measures = [
  'EMPLOYMENT',
  'TRAINING',
  'RELATIONSHIPS',
  'HOUSING',
  'HEALTH_CARE',
  'ACCOMMODATION',
  'ATTITUDES_THINKING_AND_BEHAVIOUR',
  'CHILDREN_FAMILIES_AND_COMMUNITY',
  'DRUGS_AND_ALCOHOL',
  'EDUCATION_SKILLS_AND_WORK',
  'FINANCE_AND_ID',
  'HEALTH',
] as const
export type Measure = (typeof measures)[number]
