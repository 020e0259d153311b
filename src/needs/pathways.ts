export const pathways = [
  'ACCOMMODATION',
  'ATTITUDES_THINKING_AND_BEHAVIOUR',
  'CHILDREN_FAMILIES_AND_COMMUNITY',
  'DRUGS_AND_ALCOHOL',
  'EDUCATION_SKILLS_AND_WORK',
  'FINANCE_AND_ID',
  'HEALTH',
] as const
export type Pathway = (typeof pathways)[number]

export const pathwayStatuses = [
  'NOT_STARTED',
  'SUPPORT_REQUIRED',
  'IN_PROGRESS',
  'SUPPORT_NOT_REQUIRED',
  'SUPPORT_DECLINED',
  'DONE',
] as const
export type PathwayStatus = (typeof pathwayStatuses)[number]
